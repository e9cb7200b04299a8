"""Accepted: itertools.groupby over the words sorted by key."""
from itertools import groupby


def groupAnagrams(strs):
    return [list(group) for _, group in groupby(sorted(strs, key=sorted), key=sorted)]
