"""Wrong: leaves out numbers above the target, though others are negative: [-4,9], 5 gives None."""


class Solution:
    def twoSum(self, nums, target):
        seen = {}
        for i, num in enumerate(nums):
            if num > target:
                continue
            if target - num in seen:
                return [seen[target - num], i]
            seen[num] = i
