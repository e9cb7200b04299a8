"""Accepted: compares with a product of the keys, whatever the order."""

import itertools
import pytest
from solution import letter_combinations

KEYS = dict(zip("23456789", "abc def ghi jkl mno pqrs tuv wxyz".split()))


def expected(digits):
    if not digits or any(d not in KEYS for d in digits):
        return []
    return ["".join(c) for c in itertools.product(*(KEYS[d] for d in digits))]


@pytest.mark.parametrize("digits", ["", "2", "7", "9", "23", "22", "79", "234", "999", "0", "1", "10", "20", "213", "02", "2345", "77"])
def test_same_letters(digits):
    got = letter_combinations(digits)
    assert isinstance(got, list)
    assert sorted(got) == sorted(expected(digits))


def test_no_repeats():
    got = letter_combinations("5678")
    assert len(got) == len(set(got)) == 3 * 3 * 4 * 3
