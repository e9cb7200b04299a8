"""Crashes: asks the dictionary for a partner that need not be there: [1,5,2], 3 is a KeyError."""


class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        places = {num: i for i, num in enumerate(nums)}
        for i, num in enumerate(nums):
            if places[target - num] != i:
                return [i, places[target - num]]
