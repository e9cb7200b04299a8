"""Wrong: takes the intervals as they come: [[2,3],[0,1]] is not ascending, and chains are missed."""


def merge(intervals):
    merged = []
    for start, end in intervals:
        if merged and start <= merged[-1][1]:
            merged[-1] = [min(start, merged[-1][0]), max(end, merged[-1][1])]
        else:
            merged.append([start, end])
    return merged
