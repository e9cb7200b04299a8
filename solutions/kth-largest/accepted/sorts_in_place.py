"""Accepted: changes the array it was given; camelCase method pasted from LeetCode."""


class Solution:
    def findKthLargest(self, nums: List[int], k: int) -> int:
        nums.sort(reverse=True)
        return nums[k - 1]
