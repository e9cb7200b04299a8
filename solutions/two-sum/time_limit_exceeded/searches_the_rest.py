"""Slow: `in` searches the rest of the list for each number: the loop is hidden, not gone."""


class Solution:
    def twoSum(self, nums, target):
        for i, num in enumerate(nums):
            rest = nums[i + 1:]
            if target - num in rest:
                return [i, i + 1 + rest.index(target - num)]
