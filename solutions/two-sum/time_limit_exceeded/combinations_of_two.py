"""Slow: itertools.combinations of all indices."""
from itertools import combinations


def two_sum(nums, target):
    for i, j in combinations(range(len(nums)), 2):
        if nums[i] + nums[j] == target:
            return [i, j]
