"""Wrong: a false alarm. Of None nothing is promised, and right implementations raise."""

from solution import length_of_longest_substring


def test_none():
    assert length_of_longest_substring(None) == 0
