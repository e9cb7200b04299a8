"""Wrong: drops intervals that are a single point: [[0,0]] gives []."""


def merge(intervals):
    merged = []
    for start, end in sorted(intervals):
        if start == end and not (merged and start <= merged[-1][1]):
            continue
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged
