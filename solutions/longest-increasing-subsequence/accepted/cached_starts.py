"""Accepted: recursion with lru_cache over the place where one begins."""
from functools import lru_cache


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        @lru_cache(None)
        def longest(i):
            res = 1
            for j in range(i + 1, len(nums)):
                if nums[j] > nums[i]:
                    res = max(res, 1 + longest(j))
            return res

        return max(longest(i) for i in range(len(nums)))
