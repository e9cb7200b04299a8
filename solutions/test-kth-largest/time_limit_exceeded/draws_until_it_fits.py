"""Slow: draws arrays until one is sorted by chance, which for twenty numbers never happens."""

import random

from solution import find_kth_largest


def test_sorted():
    nums = list(range(20))
    while True:
        random.shuffle(nums)
        if nums == sorted(nums):
            break
    assert find_kth_largest(nums, 1) == 19
