"""Crashes: a table of n places for the nodes 1 to n: [], 1, 1 is an IndexError."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        dist = [float("inf")] * n
        dist[k] = 0
        for _ in range(n):
            for u, v, w in times:
                dist[v] = min(dist[v], dist[u] + w)
        last = max(dist)
        return last if last < float("inf") else -1
