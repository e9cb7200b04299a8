"""Slow: every place as a start, recursion without a memo, exponential on a rising array."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        def longest(i):
            return 1 + max((longest(j) for j in range(i + 1, len(nums)) if nums[j] > nums[i]), default=0)

        return max(longest(i) for i in range(len(nums)))
