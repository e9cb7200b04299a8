"""Wrong: a false alarm. It counts k from 0."""

from hypothesis import given
from hypothesis import strategies as st

from solution import find_kth_largest


@given(st.lists(st.integers(0, 9), min_size=2))
def test_second(nums):
    assert find_kth_largest(nums, 1) == sorted(nums)[-2]
