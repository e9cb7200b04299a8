"""Wrong: the length of each text is right in most wrong implementations as well."""

from hypothesis import given
from hypothesis import strategies as st

from solution import letter_combinations


@given(st.text("23456789", min_size=1, max_size=4))
def test_lengths(digits):
    assert all(len(text) == len(digits) for text in letter_combinations(digits))
