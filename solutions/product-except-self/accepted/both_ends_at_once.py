"""Accepted: one loop that serves both ends at once, as a bare method."""


def productExceptSelf(self, nums):
    answer = [1] * len(nums)
    left = right = 1
    for i in range(len(nums)):
        answer[i] *= left
        left *= nums[i]
        answer[~i] *= right
        right *= nums[~i]
    return answer
