"""Reference: a test for each rule, and one property: the place in the sorted array."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solution import find_kth_largest


@pytest.mark.parametrize(
    ("nums", "k", "expected"),
    [
        ([5], 1, 5),
        ([1, 2], 1, 2),
        ([1, 2], 2, 1),
        ([3, 8, 8, 1, 3, 6], 3, 6),
        ([8, 8], 2, 8),
        ([-5, 0, -2], 3, -5),
        ([-5, 0, -2], 1, 0),
        ([-3, 2], 1, 2),
        ([9, 10, 100], 1, 100),
        ([10_000, -10_000], 1, 10_000),
        ([10_000, -10_000], 2, -10_000),
        ([0, 0, 1], 2, 0),
    ],
)
def test_examples(nums, k, expected):
    found = find_kth_largest(nums, k)
    assert found == expected
    assert type(found) is int


def test_nothing_is_kept_between_calls():
    assert find_kth_largest([9, 8, 7], 1) == 9
    assert find_kth_largest([3, 2, 1], 1) == 3
    assert find_kth_largest([1, 2, 4], 3) == 1


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=12), st.data())
def test_few_numbers(nums, data):
    k = data.draw(st.integers(1, len(nums)))
    assert find_kth_largest(list(nums), k) == sorted(nums)[-k]


@given(st.lists(st.integers(-10_000, 10_000), min_size=1), st.data())
def test_many_numbers(nums, data):
    k = data.draw(st.integers(1, len(nums)))
    assert find_kth_largest(list(nums), k) == sorted(nums)[-k]
