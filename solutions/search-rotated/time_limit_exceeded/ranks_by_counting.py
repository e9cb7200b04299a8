"""Slow: finds the order by counting the smaller ones of each number: O(n^2)."""


class Solution:
    def search(self, nums: List[int], target: int) -> int:
        order = [0] * len(nums)
        for i, x in enumerate(nums):
            order[sum(1 for y in nums if y < x)] = i
        l, r = 0, len(nums) - 1
        while l <= r:
            m = (l + r) // 2
            if nums[order[m]] == target:
                return order[m]
            if nums[order[m]] < target:
                l = m + 1
            else:
                r = m - 1
        return -1
