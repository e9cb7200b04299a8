"""Wrong: how many there are for two keys, which most mistakes get right."""

from solution import letter_combinations


def test_number():
    assert len(letter_combinations("23")) == 9
