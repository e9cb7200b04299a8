"""Slow: counts for each number how many are larger: n * n steps."""


class Solution:
    def findKthLargest(self, nums: List[int], k: int) -> int:
        for candidate in nums:
            larger = sum(1 for x in nums if x > candidate)
            equal = sum(1 for x in nums if x == candidate)
            if larger < k <= larger + equal:
                return candidate
