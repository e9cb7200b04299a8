class Solution:
    def merge(self, intervals: list[list[int]]) -> list[list[int]]:
        # A plain function `def merge(intervals):` is fine too.
        pass
