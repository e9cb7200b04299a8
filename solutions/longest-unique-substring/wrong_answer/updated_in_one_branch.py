"""Wrong: the best is updated only at characters never met before: "abbca" gives 2."""


def length_of_longest_substring(s):
    last, start, best = {}, 0, 0
    for i, c in enumerate(s):
        if c in last and last[c] >= start:
            start = last[c] + 1
        elif c not in last:
            best = max(best, i - start + 1)
        last[c] = i
    return best
