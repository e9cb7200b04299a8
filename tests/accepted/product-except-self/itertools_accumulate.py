from itertools import accumulate
from operator import mul
class Solution:
    def productExceptSelf(self, nums):
        pre = [1, *accumulate(nums[:-1], mul)]
        suf = [1, *accumulate(nums[:0:-1], mul)][::-1]
        return [a * b for a, b in zip(pre, suf)]
