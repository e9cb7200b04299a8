"""Accepted: a class with a helper that finds the smallest number, then a bisection of one part."""
from typing import List


class Solution:
    def search(self, nums: List[int], target: int) -> int:
        first = self.findMin(nums)
        if target > nums[-1]:
            return self.binarySearch(nums, 0, first - 1, target)
        return self.binarySearch(nums, first, len(nums) - 1, target)

    def findMin(self, nums):
        l, r = 0, len(nums) - 1
        while l < r:
            m = (l + r) // 2
            if nums[m] > nums[r]:
                l = m + 1
            else:
                r = m
        return l

    def binarySearch(self, nums, l, r, target):
        while l <= r:
            m = (l + r) // 2
            if nums[m] == target:
                return m
            if nums[m] < target:
                l = m + 1
            else:
                r = m - 1
        return -1
