"""Accepted: in a run, number minus rank is the same; groups the sorted numbers by it."""
from itertools import groupby


class Solution:
    def longestConsecutive(self, nums: List[int]) -> int:
        ranked = enumerate(sorted(set(nums)))
        groups = groupby(ranked, key=lambda pair: pair[1] - pair[0])
        return max((len(list(group)) for _, group in groups), default=0)
