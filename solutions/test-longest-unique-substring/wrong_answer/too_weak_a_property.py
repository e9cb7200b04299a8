"""Wrong: what the property asserts is true of most wrong implementations as well."""

from hypothesis import given
from hypothesis import strategies as st

from solution import length_of_longest_substring


@given(st.text())
def test_bounds(s):
    assert 0 <= length_of_longest_substring(s) <= len(s)
