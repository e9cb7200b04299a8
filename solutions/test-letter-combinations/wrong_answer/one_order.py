"""Wrong: a false alarm. Any order is right."""

from solution import letter_combinations


def test_two_keys():
    assert letter_combinations("23") == ["ad", "ae", "af", "bd", "be", "bf", "cd", "ce", "cf"]
