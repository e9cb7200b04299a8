"""Crashes: divides the product of all by each number: [0,1] is a ZeroDivisionError."""
import math


class Solution:
    def productExceptSelf(self, nums: List[int]) -> List[int]:
        total = math.prod(nums)
        return [total // num for num in nums]
