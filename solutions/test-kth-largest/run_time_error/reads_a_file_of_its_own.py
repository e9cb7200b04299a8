"""Crashes: the known answers are in a file that was left at home."""

import json

from solution import find_kth_largest


def test_known():
    with open("known.json") as file:
        known = json.load(file)
    for nums, k, expected in known:
        assert find_kth_largest(nums, k) == expected
