"""Wrong: the assertion fails inside a try that catches everything."""

from solution import length_of_longest_substring


def test_known():
    for s, length in {"": 0, "abba": 2, "dvdf": 3}.items():
        try:
            assert length_of_longest_substring(s) == length
        except:  # noqa: E722 - the mistake
            pass
