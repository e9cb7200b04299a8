"""Does not load: the second line of the function is indented too far."""


def merge(intervals):
    intervals.sort()
        merged = []
    return merged
