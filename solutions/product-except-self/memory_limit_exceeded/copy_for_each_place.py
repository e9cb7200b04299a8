"""Memory-hungry: first makes for each place a list of all the others: gigabytes at n = 30,000."""
from functools import reduce


class Solution:
    def productExceptSelf(self, nums):
        others = [nums[:i] + nums[i + 1:] for i in range(len(nums))]
        return [reduce(lambda a, b: a * b, other) for other in others]
