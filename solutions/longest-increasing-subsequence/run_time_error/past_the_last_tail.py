"""Crashes: replaces a tail that does not exist: a larger number than all is an IndexError, [1, 2]."""
import bisect


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        tails = [nums[0]]
        for num in nums[1:]:
            tails[bisect.bisect_left(tails, num)] = num
        return len(tails)
