"""Wrong: the assertion fails inside a with that suppresses it."""

from contextlib import suppress

from solution import letter_combinations


def test_known():
    for digits, expected in [("", []), ("7", ["p", "q", "r", "s"]), ("1", [])]:
        with suppress(Exception):
            assert sorted(letter_combinations(digits)) == expected
