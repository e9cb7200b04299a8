"""Wrong: a false alarm. It takes 0 and 1 as if they had not been pressed."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from solution import letter_combinations

KEYS = {"2": "abc", "3": "def", "7": "pqrs", "0": None, "1": None}


@given(st.text("01237", min_size=1, max_size=4))
def test_any_digits(digits):
    letters = [KEYS[digit] for digit in digits if KEYS[digit]]
    expected = sorted(map("".join, itertools.product(*letters)))
    assert sorted(letter_combinations(digits)) == expected
