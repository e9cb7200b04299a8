"""Wrong: adds in place of multiplying: [2,3,4] gives [7,6,5]."""


class Solution:
    def productExceptSelf(self, nums: List[int]) -> List[int]:
        total = sum(nums)
        return [total - num for num in nums]
