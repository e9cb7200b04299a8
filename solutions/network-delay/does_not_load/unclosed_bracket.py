"""Does not load: a bracket is not closed."""


class Solution:
    def networkDelayTime(self, times: List[List[int]], n: int, k: int) -> int:
        dist = [float("inf")] * (n + 1
        dist[k] = 0
        return max(dist)
