"""Crashes: list.sort() returns None, which cannot be indexed: [1], 1 is a TypeError."""


class Solution:
    def findKthLargest(self, nums: List[int], k: int) -> int:
        nums = nums.sort(reverse=True)
        return nums[k - 1]
