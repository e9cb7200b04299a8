"""Wrong: the walk from the right is missing: [2,3] gives [1,2]."""


class Solution:
    def productExceptSelf(self, nums):
        res, product = [], 1
        for num in nums:
            res.append(product)
            product *= num
        return res
