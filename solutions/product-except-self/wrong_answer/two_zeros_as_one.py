"""Wrong: leaves out all zeros, so two of them count as one: [0,0] gives [1,1]."""


class Solution:
    def productExceptSelf(self, nums):
        total = 1
        for num in nums:
            if num != 0:
                total *= num
        if 0 in nums:
            return [total if num == 0 else 0 for num in nums]
        return [total // num for num in nums]
