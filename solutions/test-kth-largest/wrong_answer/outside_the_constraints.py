"""Wrong: a false alarm. Of an empty array nothing is promised, and right implementations raise."""

from solution import find_kth_largest


def test_nothing():
    assert find_kth_largest([], 1) is None
