"""Accepted: the longest one that begins at each place, from the right; helper method."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        self.best = {}
        for i in reversed(range(len(nums))):
            self.best[i] = 1 + self.longest_after(nums, i)
        return max(self.best.values())

    def longest_after(self, nums, i):
        longest = 0
        for j in range(i + 1, len(nums)):
            if nums[j] > nums[i] and self.best[j] > longest:
                longest = self.best[j]
        return longest
