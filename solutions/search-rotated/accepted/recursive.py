"""Accepted: calls itself with the bounds of the half."""


class Solution(object):
    def search(self, nums, target):
        """
        :type nums: List[int]
        :type target: int
        :rtype: int
        """
        def look(low, high):
            if low > high:
                return -1
            mid = low + (high - low) // 2
            if nums[mid] == target:
                return mid
            if nums[low] <= nums[mid]:
                inside = nums[low] <= target < nums[mid]
            else:
                inside = not nums[mid] < target <= nums[high]
            return look(low, mid - 1) if inside else look(mid + 1, high)

        return look(0, len(nums) - 1)
