"""Does not load: the functions have names that nobody looks for."""

from solution import length_of_longest_substring


def check_examples():
    assert length_of_longest_substring("abba") == 2
