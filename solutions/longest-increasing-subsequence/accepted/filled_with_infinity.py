"""Accepted: tails filled with infinity, bisected without asking for the end."""
from bisect import bisect_left


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        tails = [math.inf] * len(nums)
        for x in nums:
            tails[bisect_left(tails, x)] = x
        return sum(x < math.inf for x in tails)
