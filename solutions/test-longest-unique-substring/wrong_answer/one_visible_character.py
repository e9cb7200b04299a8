"""Wrong: a false alarm. A letter and its accent are two characters here."""

from solution import length_of_longest_substring


def test_accents():
    assert length_of_longest_substring("e\u0301") == 1
