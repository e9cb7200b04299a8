"""Wrong: the number before the first is taken to be 0, so negative ones never begin: [-2, -1] gives 0."""
from functools import cache


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        @cache
        def longest(i, last):
            if i == len(nums):
                return 0
            skip = longest(i + 1, last)
            return max(skip, 1 + longest(i + 1, nums[i])) if nums[i] > last else skip

        return longest(0, 0)
