"""Wrong: what the property asserts is true of most wrong implementations as well."""

from hypothesis import given
from hypothesis import strategies as st

from solution import find_kth_largest


@given(st.lists(st.integers(0, 9), min_size=1, max_size=10), st.data())
def test_it_is_one_of_them(nums, data):
    k = data.draw(st.integers(1, len(nums)))
    assert min(nums) <= find_kth_largest(nums, k) <= max(nums)
