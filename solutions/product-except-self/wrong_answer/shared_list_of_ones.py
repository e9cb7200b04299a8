"""Wrong: left and right are one and the same list: [2,3,5] gives [8100,900,36]."""


class Solution:
    def productExceptSelf(self, nums: List[int]) -> List[int]:
        left = right = [1] * len(nums)
        for i in range(1, len(nums)):
            left[i] = left[i - 1] * nums[i - 1]
        for i in range(len(nums) - 2, -1, -1):
            right[i] = right[i + 1] * nums[i + 1]
        return [a * b for a, b in zip(left, right)]
