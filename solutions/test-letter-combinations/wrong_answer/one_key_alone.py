"""Wrong: one digit at a time, so how letters are put together is never seen."""

import pytest

from solution import letter_combinations


@pytest.mark.parametrize(("digit", "letters"), [("2", "abc"), ("3", "def"), ("5", "jkl")])
def test_key(digit, letters):
    assert sorted(letter_combinations(digit)) == list(letters)
