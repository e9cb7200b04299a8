"""Wrong: a false alarm. The letters are small."""

from solution import letter_combinations


def test_nine():
    assert sorted(letter_combinations("9")) == ["W", "X", "Y", "Z"]
