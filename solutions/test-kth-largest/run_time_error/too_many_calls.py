"""Crashes: all orders of seven numbers, and that is 5,040 calls."""

import itertools

from solution import find_kth_largest


def test_all_orders():
    for nums in itertools.permutations(range(7)):
        assert find_kth_largest(list(nums), 3) == 4
