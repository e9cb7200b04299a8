"""Memory-hungry: keeps a list of all strings of eight digits, to ask about a hundred of them."""

import itertools

from solution import letter_combinations

STRINGS = list(map("".join, itertools.product("0123456789", repeat=8)))


def test_some():
    for digits in STRINGS[:100]:
        assert letter_combinations(digits) == []
