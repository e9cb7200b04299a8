"""Slow: compares every word that is reached with all others, quadratic in the words."""
from collections import deque


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        def near(a, b):
            return sum(x != y for x, y in zip(a, b)) == 1

        seen, queue = {beginWord}, deque([(beginWord, 1)])
        while queue:
            word, length = queue.popleft()
            if word == endWord:
                return length
            for other in wordList:
                if near(word, other) and other not in seen:
                    seen.add(other)
                    queue.append((other, length + 1))
        return 0
