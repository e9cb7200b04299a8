"""Wrong: always begins at node 1, whatever k is."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        dist = [float("inf")] * (n + 1)
        dist[1] = 0
        for _ in range(n):
            for u, v, w in times:
                dist[v] = min(dist[v], dist[u] + w)
        last = max(dist[1:])
        return last if last < float("inf") else -1
