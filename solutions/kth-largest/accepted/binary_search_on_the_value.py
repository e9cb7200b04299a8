"""Accepted: searches the value by bisection and counts how many are at least as large."""


def find_kth_largest(nums, k):
    low, high = -10_000, 10_000
    while low < high:
        middle = (low + high + 1) // 2
        if sum(1 for x in nums if x >= middle) >= k:
            low = middle
        else:
            high = middle - 1
    return low
