"""Accepted: a TestCase with assertCountEqual, which takes any order and counts what occurs twice."""

import unittest

from solution import letter_combinations

KEYS = {
    "2": "abc",
    "3": "def",
    "4": "ghi",
    "5": "jkl",
    "6": "mno",
    "7": "pqrs",
    "8": "tuv",
    "9": "wxyz",
}


class LetterCombinationsTest(unittest.TestCase):
    def test_single_keys(self):
        for digit, letters in KEYS.items():
            with self.subTest(digit):
                self.assertCountEqual(letter_combinations(digit), list(letters))

    def test_pairs(self):
        for first, one in KEYS.items():
            for second, two in KEYS.items():
                expected = [a + b for a in one for b in two]
                self.assertCountEqual(letter_combinations(first + second), expected)

    def test_three(self):
        expected = [a + b + c for a in "abc" for b in "pqrs" for c in "wxyz"]
        self.assertCountEqual(letter_combinations("279"), expected)

    def test_none(self):
        for digits in ("", "0", "1", "01", "20", "31", "4051"):
            with self.subTest(digits):
                self.assertListEqual(letter_combinations(digits), [])

    def test_type(self):
        self.assertIs(type(letter_combinations("36")), list)


if __name__ == "__main__":
    unittest.main()
