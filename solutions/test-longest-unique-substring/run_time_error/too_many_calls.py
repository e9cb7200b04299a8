"""Crashes: all strings of ten letters over two, and that is 1,024, and of eleven."""

import itertools

from solution import length_of_longest_substring


def test_all():
    for size in range(12):
        for letters in itertools.product("ab", repeat=size):
            assert length_of_longest_substring("".join(letters)) <= 2
