"""Wrong: a false alarm. Of a star nothing is promised, and right implementations raise."""

from solution import letter_combinations


def test_star():
    assert letter_combinations("2*") == []
