"""Accepted: one pass with a dictionary, pasted from LeetCode, a print left in."""
from typing import List


class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        hashmap = {}
        for i in range(len(nums)):
            complement = target - nums[i]
            if complement in hashmap:
                print("found", complement, nums[i])
                return [i, hashmap[complement]]
            hashmap[nums[i]] = i
        return []
