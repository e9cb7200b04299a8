"""Wrong: the unused place 0 of the table stays infinite, so the answer is always -1."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        dist = [float("inf")] * (n + 1)
        dist[k] = 0
        for _ in range(n):
            for u, v, w in times:
                dist[v] = min(dist[v], dist[u] + w)
        return max(dist) if max(dist) < float("inf") else -1
