"""Slow: takes a digit away until one is left, and of no digit none is ever left."""

from solution import letter_combinations


def test_shorter_and_shorter():
    for digits in ("234", "79", ""):
        while len(digits) != 1:
            digits = digits[:-1]
        assert len(letter_combinations(digits)) >= 3
