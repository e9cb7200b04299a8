"""Accepted: the product of what is not zero, divided, with the zeros counted."""


class Solution(object):
    def productExceptSelf(self, nums):
        """
        :type nums: List[int]
        :rtype: List[int]
        """
        zeros = nums.count(0)
        total = 1
        for num in nums:
            if num:
                total *= num
        if zeros > 1:
            return [0] * len(nums)
        if zeros:
            return [0 if num else total for num in nums]
        return [total // num for num in nums]
