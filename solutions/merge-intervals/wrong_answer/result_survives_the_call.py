"""Wrong: the result is a default argument and keeps the intervals of earlier calls."""


def merge(intervals, merged=[]):
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged
