"""Wrong: multiplies before it stores, so each number takes part in its own product: [2,3] gives [6,6]."""


class Solution:
    def productExceptSelf(self, nums: List[int]) -> List[int]:
        n = len(nums)
        left, right = [1] * n, [1] * n
        product = 1
        for i in range(n):
            product *= nums[i]
            left[i] = product
        product = 1
        for i in range(n - 1, -1, -1):
            right[i] = product
            product *= nums[i]
        return [a * b for a, b in zip(left, right)]
