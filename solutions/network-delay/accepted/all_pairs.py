"""Accepted: Floyd and Warshall, all pairs in n^3."""


class Solution:
    def networkDelayTime(self, times, n, k):
        inf = float("inf")
        d = [[inf] * n for _ in range(n)]
        for u, v, w in times:
            d[u - 1][v - 1] = w
        d[k - 1][k - 1] = 0
        for m in range(n):
            for i in range(n):
                for j in range(n):
                    if d[i][m] + d[m][j] < d[i][j]:
                        d[i][j] = d[i][m] + d[m][j]
        last = max(d[k - 1])
        return -1 if last == inf else last
