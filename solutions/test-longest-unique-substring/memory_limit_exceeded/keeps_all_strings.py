"""Memory-hungry: keeps a list of all strings that it may need, before it needs one."""

import itertools

from solution import length_of_longest_substring

LETTERS = "abcdefgh"
STRINGS = ["".join(letters) * 50 for letters in itertools.product(LETTERS, repeat=7)]


def test_all():
    for s in STRINGS[:100]:
        assert length_of_longest_substring(s) <= len(LETTERS)
