"""Crashes: what it compares with has no key 1, and looks it up."""

import itertools

from solution import letter_combinations

KEYS = {"2": "abc", "3": "def", "4": "ghi"}


def test_short_strings():
    for digits in ("2", "34", "12"):
        expected = sorted(map("".join, itertools.product(*(KEYS[digit] for digit in digits))))
        assert sorted(letter_combinations(digits)) == expected
