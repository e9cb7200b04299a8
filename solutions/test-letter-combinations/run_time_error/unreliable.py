"""Crashes: a property that fails at its ninth example, and not when it is tried again."""

from hypothesis import given
from hypothesis import strategies as st

from solution import letter_combinations

CALLS = []


@given(st.text("2345", max_size=3))
def test_ninth(digits):
    CALLS.append(letter_combinations(digits))
    assert len(CALLS) != 9
