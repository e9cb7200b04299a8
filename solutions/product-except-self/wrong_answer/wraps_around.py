"""Wrong: the first place takes the last number for its left neighbour: [2,3,5] gives [75,50,30]."""


def product_except_self(nums):
    n = len(nums)
    left, right = [1] * n, [1] * n
    for i in range(n):
        left[i] = left[i - 1] * nums[i - 1]
    for i in range(n - 2, -1, -1):
        right[i] = right[i + 1] * nums[i + 1]
    return [a * b for a, b in zip(left, right)]
