"""Wrong: list.index finds the first of two equal numbers twice: [3,3], 6 gives [0,0]."""


class Solution:
    def twoSum(self, nums, target):
        seen = set()
        for num in nums:
            if target - num in seen:
                return [nums.index(target - num), nums.index(num)]
            seen.add(num)
