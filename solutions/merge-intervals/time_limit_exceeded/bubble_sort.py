"""Slow: bubble sort before the merge."""


def merge(intervals):
    n = len(intervals)
    for i in range(n):
        for j in range(n - 1 - i):
            if intervals[j][0] > intervals[j + 1][0]:
                intervals[j], intervals[j + 1] = intervals[j + 1], intervals[j]
    merged = []
    for start, end in intervals:
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged
