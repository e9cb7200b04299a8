"""Crashes: a test looks up what is not there."""

from solution import length_of_longest_substring

KNOWN = {"abba": 2}


def test_known():
    for s in ("abba", "dvdf"):
        assert length_of_longest_substring(s) == KNOWN[s]
