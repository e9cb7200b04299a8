"""Wrong: appends an interval when the next one begins, so the last is lost: [[0,1]] gives []."""


def merge(intervals):
    intervals.sort()
    start, end = intervals[0]
    merged = []
    for a, b in intervals[1:]:
        if a <= end:
            end = max(end, b)
        else:
            merged.append([start, end])
            start, end = a, b
    return merged
