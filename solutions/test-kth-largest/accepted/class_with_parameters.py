"""Accepted: all short arrays over three numbers, and every place in them."""

import itertools

import pytest

from solution import *  # noqa: F403 - as people write it


def at_place(nums, k):
    """Take the largest away k - 1 times."""
    left = list(nums)
    for _ in range(k - 1):
        left.remove(max(left))
    return max(left)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@pytest.mark.parametrize("values", [(-1, 0, 1), (-2, 9, 10)])
class TestAllShort:
    def test_every_place(self, size, values):
        for nums in itertools.product(values, repeat=size):
            for k in range(1, size + 1):
                assert find_kth_largest(list(nums), k) == at_place(nums, k)  # noqa: F405 - as above


@pytest.mark.parametrize("k", [1, 2, 10, 19, 20])
def test_longer(k):
    nums = [(7 * n) % 20 - 9 for n in range(20)]
    assert find_kth_largest(nums, k) == at_place(nums, k)  # noqa: F405 - as above
