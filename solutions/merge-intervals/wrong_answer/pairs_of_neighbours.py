"""Wrong: compares with the interval before and not with what was merged: a chain of three falls apart."""


def merge(intervals):
    intervals.sort()
    merged, i = [], 0
    while i < len(intervals):
        if i + 1 < len(intervals) and intervals[i + 1][0] <= intervals[i][1]:
            merged.append([intervals[i][0], max(intervals[i][1], intervals[i + 1][1])])
            i += 2
        else:
            merged.append(intervals[i])
            i += 1
    return merged
