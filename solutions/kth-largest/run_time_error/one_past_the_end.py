"""Crashes: counts k from 0 in falling order, so k = n is an IndexError: [1], 1."""


class Solution:
    def findKthLargest(self, nums, k):
        return sorted(nums, reverse=True)[k] if k == len(nums) else sorted(nums, reverse=True)[k - 1]
