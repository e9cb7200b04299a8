"""Wrong: relaxes every cable once, in the order in which they come."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        dist = {k: 0}
        for u, v, w in times:
            if u in dist:
                dist[v] = min(dist.get(v, float("inf")), dist[u] + w)
        return max(dist.values()) if len(dist) == n else -1
