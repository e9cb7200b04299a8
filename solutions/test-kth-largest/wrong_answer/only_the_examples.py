"""Wrong: an example like that of the question, on which many mistakes pass."""

from solution import find_kth_largest


def test_examples():
    assert find_kth_largest([3, 2, 1, 5, 6, 4], 2) == 5
    assert find_kth_largest([1], 1) == 1
