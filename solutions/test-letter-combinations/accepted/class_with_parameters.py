"""Accepted: all strings of up to two digits, built up letter by letter."""

import itertools

import pytest

from solution import *  # noqa: F403 - as people write it

LETTERS = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]


def oracle(digits):
    found = [""] if digits else []
    for digit in digits:
        found = [text + letter for text in found for letter in LETTERS[int(digit)]]
    return found


@pytest.mark.parametrize("size", [0, 1, 2])
class TestAllShort:
    def test_every_string(self, size):
        for digits in itertools.product("0123456789", repeat=size):
            text = "".join(digits)
            found = letter_combinations(text)  # noqa: F405 - as above
            assert len(found) == len(oracle(text))
            assert set(found) == set(oracle(text))


@pytest.mark.parametrize("digits", ["234", "999", "2079", "5678"])
def test_longer(digits):
    assert sorted(letter_combinations(digits)) == sorted(oracle(digits))  # noqa: F405 - as above
