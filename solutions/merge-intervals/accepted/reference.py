"""Reference: sort by start, and merge into the last interval.

Time: O(n log n), Space: O(n).
"""


def merge(intervals):
    merged = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged
