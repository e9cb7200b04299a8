"""Wrong: keeps the last smaller one instead of the best: [1, 2, 1, 3] gives 2."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        dp = [1] * len(nums)
        for i in range(1, len(nums)):
            for j in range(i):
                if nums[i] > nums[j]:
                    dp[i] = dp[j] + 1
        return max(dp)
