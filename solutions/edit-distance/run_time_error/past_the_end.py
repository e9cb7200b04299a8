"""Crashes: the recursion stops only where both words end: "", "ab" is an IndexError."""
from functools import cache


class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        @cache
        def cost(i, j):
            if i == len(word1) and j == len(word2):
                return 0
            if word1[i] == word2[j]:
                return cost(i + 1, j + 1)
            return 1 + min(cost(i + 1, j), cost(i, j + 1), cost(i + 1, j + 1))

        return cost(0, 0)
