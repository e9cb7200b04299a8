"""Slow: a loop that waits for what never comes."""

from solution import length_of_longest_substring


def test_grows():
    length = length_of_longest_substring("abc")
    while length < 4:
        pass
