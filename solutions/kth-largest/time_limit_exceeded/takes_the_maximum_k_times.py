"""Slow: max() and remove() k times: n * k steps."""


class Solution:
    def findKthLargest(self, nums, k):
        for _ in range(k - 1):
            nums.remove(max(nums))
        return max(nums)
