"""Does not load: a class that pytest does not look into."""

from solution import letter_combinations


class LetterCombinations:
    def test_no_digit(self):
        assert letter_combinations("") == []
