"""Accepted: a table of expected values, and what holds of every answer."""

import random

import pytest
import solution
from solution import length_of_longest_substring as length

EXPECTED = """
    a 1   aa 1   ab 2   aba 2   abba 2   abbc 2   abac 3   abbca 3
    dvdf 3   pwwkew 3   abcabcbb 3   tmmzuxt 5   aAbB 4   abcde 5
""".split()


@pytest.mark.parametrize(("s", "n"), list(zip(EXPECTED[::2], map(int, EXPECTED[1::2]))))
def test_table(s, n):
    found = length(s)
    assert isinstance(found, int) and not isinstance(found, bool)
    assert found == n


def test_blank():
    assert length("") == 0
    assert [length(c) for c in "\t \n"] == [1, 1, 1]
    assert length(" a b") == 3


class TestChance:
    def test_backwards_it_is_as_long(self):
        rng = random.Random(5)
        for size in range(2, 30):
            s = "".join(rng.choices("abcdé😀", k=size))
            assert length(s) == solution.longestUniqueSubstring(s[::-1]) == self.slow(s)

    def slow(self, s):
        return max(
            n
            for n in range(len(s) + 1)
            if any(len(set(s[i : i + n])) == n for i in range(len(s) - n + 1))
        )


def test_far_apart():
    s = "".join(chr(n) for n in range(0x10000, 0x10000 + 300))
    assert length(s + s) == 300
    assert length("A\U00010041") == 2
