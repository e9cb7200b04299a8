"""Slow: counts up from every number, also from the middle of a run: O(n^2)."""


class Solution:
    def longestConsecutive(self, nums: List[int]) -> int:
        present = set(nums)
        best = 0
        for x in present:
            length = 1
            while x + length in present:
                length += 1
            best = max(best, length)
        return best
