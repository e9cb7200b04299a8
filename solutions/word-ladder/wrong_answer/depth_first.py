"""Wrong: depth first finds some ladder, not the shortest."""


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words = set(wordList)
        stack = [(beginWord, 1)]
        while stack:
            word, length = stack.pop()
            if word == endWord:
                return length
            for i in range(len(word)):
                for c in "abcdefghijklmnopqrstuvwxyz":
                    new = word[:i] + c + word[i + 1:]
                    if new in words:
                        words.remove(new)
                        stack.append((new, length + 1))
        return 0
