"""Slow: the program that it compares with counts for each number how many are larger."""

import random

from solution import find_kth_largest


def slow(nums, k):
    larger = {n: sum(1 for other in nums if other > n) for n in nums}
    return max(n for n in nums if larger[n] >= k - 1)


def test_long():
    for _ in range(20):
        nums = random.choices(range(-10_000, 10_000), k=5_000)
        assert find_kth_largest(nums, 1) == slow(nums, 1)
