"""Wrong: a false alarm. No digit has no combination, and not one that is empty."""

from solution import letter_combinations


def test_no_digit():
    assert letter_combinations("") == [""]
