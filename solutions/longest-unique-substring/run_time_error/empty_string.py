"""Crashes: max() of nothing: "" is a ValueError."""


def length_of_longest_substring(s):
    last, start, lengths = {}, 0, []
    for i, c in enumerate(s):
        start = max(start, last.get(c, -1) + 1)
        last[c] = i
        lengths.append(i - start + 1)
    return max(lengths)
