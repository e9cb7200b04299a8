class Solution:
    def networkDelayTime(self, times: list[list[int]], n: int, k: int) -> int:
        # A plain function `def network_delay_time(times, n, k):` is fine too.
        pass
