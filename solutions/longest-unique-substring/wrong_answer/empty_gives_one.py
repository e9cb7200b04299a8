"""Wrong: begins with a best of 1: "" gives 1."""


def length_of_longest_substring(s):
    last, start, best = {}, 0, 1
    for i, c in enumerate(s):
        if last.get(c, -1) >= start:
            start = last[c] + 1
        last[c] = i
        best = max(best, i - start + 1)
    return best
