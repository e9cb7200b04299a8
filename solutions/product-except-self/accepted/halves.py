"""Accepted: divide and conquer with a helper class: each half is multiplied by the other's product."""


class Products:
    def __init__(self, nums):
        self.nums = nums
        self.answer = [1] * len(nums)

    def product(self, low, high):
        if low + 1 == high:
            return self.nums[low]
        middle = (low + high) // 2
        left, right = self.product(low, middle), self.product(middle, high)
        for i in range(low, middle):
            self.answer[i] *= right
        for i in range(middle, high):
            self.answer[i] *= left
        return left * right


class Solution:
    def productExceptSelf(self, nums: List[int]) -> List[int]:
        products = Products(nums)
        products.product(0, len(nums))
        return products.answer
