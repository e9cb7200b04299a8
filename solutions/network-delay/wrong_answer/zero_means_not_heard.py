"""Wrong: nothing to reach takes -1 for an answer of 0: [], 1, 1."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        dist = {k: 0}
        for _ in range(n):
            for u, v, w in times:
                if u in dist:
                    dist[v] = min(dist.get(v, 10**9), dist[u] + w)
        return max(dist.values()) or -1 if len(dist) == n else -1
