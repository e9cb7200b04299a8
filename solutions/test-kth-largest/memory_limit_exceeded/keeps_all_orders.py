"""Memory-hungry: keeps a list of all orders of ten numbers, to ask about a hundred of them."""

import itertools

from solution import find_kth_largest

ORDERS = [list(nums) for nums in itertools.permutations(range(10))]


def test_some_orders():
    for nums in ORDERS[:100]:
        assert find_kth_largest(nums, 10) == 0
