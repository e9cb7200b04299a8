"""Crashes: the right product of the last place asks for a number behind it: [2,3] is an IndexError."""


def product_except_self(nums):
    n = len(nums)
    right = [1] * n
    for i in range(n - 1, -1, -1):
        right[i] = right[i + 1] * nums[i + 1]
    left = 1
    for i in range(n):
        right[i] *= left
        left *= nums[i]
    return right
