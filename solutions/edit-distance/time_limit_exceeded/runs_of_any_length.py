"""Slow: tries deleting and inserting runs of every length at each pair of places: cubic."""


class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        m, n = len(word1), len(word2)
        d = [[i + j for j in range(n + 1)] for i in range(m + 1)]
        for i in range(1, m + 1):
            for j in range(1, n + 1):
                best = d[i - 1][j - 1] + (word1[i - 1] != word2[j - 1])
                for k in range(i):
                    best = min(best, d[k][j] + i - k)
                for k in range(j):
                    best = min(best, d[i][k] + j - k)
                d[i][j] = best
        return d[m][n]
