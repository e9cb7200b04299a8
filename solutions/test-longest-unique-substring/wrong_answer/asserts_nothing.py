"""Wrong: every line of an implementation is run, and nothing is asserted."""

import string

from solution import length_of_longest_substring


def test_it_runs():
    for size in range(27):
        length_of_longest_substring(string.ascii_lowercase[:size] * 2)
