"""Accepted: a sweep over starts and ends that counts the open intervals."""
from collections import Counter


def merge(intervals):
    starts = Counter(start for start, end in intervals)
    ends = Counter(end for start, end in intervals)
    res, opened = [], 0
    for point in sorted(set(starts) | set(ends)):
        if opened == 0:
            begin = point
        opened += starts[point] - ends[point]
        if opened == 0:
            res.append([begin, point])
    return res
