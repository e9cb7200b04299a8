"""Wrong: gives 0 where the first word is not in the list: "a", "c", ["c"]."""
from collections import deque


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words = set(wordList)
        if beginWord not in words or endWord not in words:
            return 0
        queue = deque([(beginWord, 1)])
        while queue:
            word, length = queue.popleft()
            if word == endWord:
                return length
            for i in range(len(word)):
                for c in "abcdefghijklmnopqrstuvwxyz":
                    new = word[:i] + c + word[i + 1:]
                    if new in words:
                        words.remove(new)
                        queue.append((new, length + 1))
        return 0
