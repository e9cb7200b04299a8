"""Wrong: stores before it looks, so a number becomes its own partner: [3,2,4], 6 gives [0,0]."""


class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        seen = {}
        for i, num in enumerate(nums):
            seen[num] = i
            if target - num in seen:
                return [seen[target - num], i]
