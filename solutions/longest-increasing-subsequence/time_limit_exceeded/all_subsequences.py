"""Slow: takes or skips every number without a memo, exponential."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        def longest(i, last):
            if i == len(nums):
                return 0
            skip = longest(i + 1, last)
            if nums[i] > last:
                return max(skip, 1 + longest(i + 1, nums[i]))
            return skip

        return longest(0, float("-inf"))
