"""Slow: the program that it compares with tries all pieces of a long string."""

import random

from solution import length_of_longest_substring


def slow(s):
    pieces = (s[i:j] for i in range(len(s)) for j in range(i, len(s) + 1))
    return max(len(piece) for piece in pieces if len(set(piece)) == len(piece))


def test_long():
    for _ in range(20):
        s = "".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=2_000))
        assert length_of_longest_substring(s) == slow(s)
