"""Wrong: the examples of the question, on which nearly every mistake passes."""

from solution import length_of_longest_substring


def test_examples():
    assert length_of_longest_substring("abcabcbb") == 3
    assert length_of_longest_substring("bbbbb") == 1
    assert length_of_longest_substring("pwwkew") == 3
