"""Slow: the program that it compares with tries all words of four letters, for each string."""

import itertools
import string

from solution import letter_combinations

KEYS = dict(zip("23456789", "abc def ghi jkl mno pqrs tuv wxyz".split()))


def slow(digits):
    words = itertools.product(string.ascii_lowercase, repeat=len(digits))
    fits = (w for w in words if all(c in KEYS[d] for c, d in zip(w, digits)))
    return sorted(map("".join, fits))


def test_four_keys():
    for first in "23456789":
        for digits in (f"{first}234", f"{first}567", f"{first}892"):
            assert sorted(letter_combinations(digits)) == slow(digits)
