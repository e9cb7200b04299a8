"""Wrong: trims the string first: " " gives 0."""


def length_of_longest_substring(s):
    s = s.strip()
    last, start, best = {}, 0, 0
    for i, c in enumerate(s):
        start = max(start, last.get(c, -1) + 1)
        last[c] = i
        best = max(best, i - start + 1)
    return best
