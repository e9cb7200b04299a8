class Solution:
    def productExceptSelf(self, nums: list[int]) -> list[int]:
        # A plain function `def product_except_self(nums):` is fine too.
        pass
