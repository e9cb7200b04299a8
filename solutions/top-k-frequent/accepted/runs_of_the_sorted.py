"""Accepted: sorts the numbers and measures the runs; a helper class, a dictionary's view returned."""
from itertools import groupby


class Run:
    def __init__(self, value, length):
        self.value = value
        self.length = length

    def __lt__(self, other):
        return self.length > other.length


def topKFrequent(nums, k):
    runs = [Run(value, len(list(same))) for value, same in groupby(sorted(nums))]
    runs.sort()
    return {run.value: run.length for run in runs[:k]}.keys()
