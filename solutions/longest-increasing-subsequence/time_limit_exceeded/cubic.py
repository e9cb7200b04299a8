"""Slow: looks for the best length from long to short, at all earlier places each: cubic."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        dp = [1] * len(nums)
        for i in range(len(nums)):
            for length in range(i, 0, -1):
                if any(dp[j] == length and nums[j] < nums[i] for j in range(i)):
                    dp[i] = length + 1
                    break
        return max(dp)
