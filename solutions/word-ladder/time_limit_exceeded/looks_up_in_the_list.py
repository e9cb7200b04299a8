"""Slow: looks each new word up in the list, which is walked from its beginning."""
from collections import deque


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        seen, queue = {beginWord}, deque([(beginWord, 1)])
        while queue:
            word, length = queue.popleft()
            if word == endWord:
                return length
            for i in range(len(word)):
                for c in "abcdefghijklmnopqrstuvwxyz":
                    new = word[:i] + c + word[i + 1:]
                    if new in wordList and new not in seen:
                        seen.add(new)
                        queue.append((new, length + 1))
        return 0
