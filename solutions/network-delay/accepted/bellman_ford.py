"""Accepted: Bellman and Ford, a round of all cables for each node."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        dist = [float("inf")] * n
        dist[k - 1] = 0
        for _ in dist:
            for u, v, w in times:
                if dist[u - 1] + w < dist[v - 1]:
                    dist[v - 1] = dist[u - 1] + w
        ans = max(dist)
        return ans if ans < float("inf") else -1
