"""Crashes: the table has no row for the empty word: "", "ab" is an IndexError."""


class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        m, n = len(word1), len(word2)
        dp = [[0] * n for _ in range(m)]
        for i in range(m):
            for j in range(n):
                if i == 0 or j == 0:
                    dp[i][j] = max(i, j) + (word1[i] not in word2[:j + 1])
                else:
                    dp[i][j] = min(dp[i - 1][j] + 1, dp[i][j - 1] + 1,
                                   dp[i - 1][j - 1] + (word1[i] != word2[j]))
        return dp[m - 1][n - 1]
