"""Crashes: all strings of four of eight keys, and that is 4,096 calls."""

import itertools

from solution import letter_combinations


def test_all():
    for digits in itertools.product("23456789", repeat=4):
        assert len(letter_combinations("".join(digits))) >= 3**4
