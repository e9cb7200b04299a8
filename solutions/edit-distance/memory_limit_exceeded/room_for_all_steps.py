"""Memory-hungry: sets room aside for the steps of every pair of beginnings, 64 bytes a step."""


class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        m, n = len(word1), len(word2)
        steps = [[bytearray(b" ") * (64 * (i + j)) for j in range(n + 1)] for i in range(m + 1)]
        cost = [[i + j for j in range(n + 1)] for i in range(m + 1)]
        for i in range(1, m + 1):
            for j in range(1, n + 1):
                if word1[i - 1] == word2[j - 1]:
                    cost[i][j] = cost[i - 1][j - 1]
                    steps[i][j][-1] = ord("k")
                else:
                    cost[i][j] = 1 + min(cost[i - 1][j], cost[i][j - 1], cost[i - 1][j - 1])
                    steps[i][j][-1] = ord("c")
        return cost[m][n]
