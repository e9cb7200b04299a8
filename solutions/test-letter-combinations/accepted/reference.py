"""Reference: every key and every rule, and one property: the product of the letters."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solution import letter_combinations

KEYS = dict(zip("23456789", "abc def ghi jkl mno pqrs tuv wxyz".split()))


def expected(digits):
    if not digits or not set(digits) <= set(KEYS):
        return []
    return sorted(map("".join, itertools.product(*(KEYS[digit] for digit in digits))))


DIGITS = ["", *"0123456789", "22", "36", "79", "102", "203", "210", "777"]


@pytest.mark.parametrize("digits", DIGITS)
def test_examples(digits):
    found = letter_combinations(digits)
    assert type(found) is list
    assert sorted(found) == expected(digits)


def test_nothing_is_kept_between_calls():
    for digits in ("23", "9", "", "23"):
        assert sorted(letter_combinations(digits)) == expected(digits)


@given(st.text("0123456789", max_size=4))
def test_any_digits(digits):
    assert sorted(letter_combinations(digits)) == expected(digits)


@given(st.text("23456789", min_size=1, max_size=4))
def test_letters_alone(digits):
    assert sorted(letter_combinations(digits)) == expected(digits)
