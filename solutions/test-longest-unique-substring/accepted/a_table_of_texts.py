"""Accepted: a table of texts in one test, and no state from call to call."""

from solution import *

CASES = {
    "": 0, "a": 1, " ": 1, "aa": 1, "ab": 2, "aA": 2, "abba": 2, "dvdf": 3, "tmmzuxt": 5, "abcabcbb": 3,
    "pwwkew": 3, "bbbbb": 1, "aba": 2, "a b": 3, "  ": 1, "ab\n\tb": 4, "éèé": 2, "😀a😀b": 3, "\u0100\u0101\u0100": 2,
    "0123456789": 10, "abcdefghijklmnopqrstuvwxyz" * 3: 26,
}


def test_cases():
    for text, wanted in CASES.items():
        assert length_of_longest_substring(text) == wanted, text


def test_twice():
    assert length_of_longest_substring("abc") == 3
    assert length_of_longest_substring("a") == 1
    assert length_of_longest_substring("") == 0
    assert type(length_of_longest_substring("ab")) is int
