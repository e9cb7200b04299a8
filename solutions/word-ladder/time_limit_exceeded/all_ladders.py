"""Slow: walks along all ladders, with only the words of the ladder itself marked: exponential."""


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words = set(wordList) - {beginWord}
        best = float("inf")

        def climb(word, length):
            nonlocal best
            if word == endWord:
                best = min(best, length)
                return
            for i in range(len(word)):
                for c in "abcdefghijklmnopqrstuvwxyz":
                    new = word[:i] + c + word[i + 1:]
                    if new in words:
                        words.remove(new)
                        climb(new, length + 1)
                        words.add(new)

        climb(beginWord, 1)
        return best if best < float("inf") else 0
