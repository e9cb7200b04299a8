"""Crashes: a call without k never reaches an implementation."""

from solution import find_kth_largest


def test_largest():
    assert find_kth_largest([3, 1, 2]) == 3
