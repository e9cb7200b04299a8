"""Accepted: one array in many orders: the answer does not depend on where a number stands."""

import random

import pytest
import solution

FALLING = [12, 9, 9, 4, 0, 0, -1, -1, -8, -10]


@pytest.mark.parametrize(("k", "expected"), list(enumerate(FALLING, 1)))
def test_any_order(k, expected):
    rng = random.Random(k)
    for _ in range(10):
        nums = rng.sample(FALLING, len(FALLING))
        found = solution.find_kth_largest(nums, k)
        assert found == expected and type(found) is int


@pytest.mark.parametrize("nums", [FALLING, FALLING[::-1]], ids=["falling", "rising"])
def test_sorted(nums):
    assert [solution.kth_largest(list(nums), k) for k in range(1, 11)] == FALLING


def test_alone():
    for n in (-10_000, -1, 0, 1, 10_000):
        assert solution.kth_largest([n], 1) == n
