"""Wrong: the left end moves by one at a repeat and nothing ever leaves the set: "abbc" gives 3."""


def length_of_longest_substring(s):
    seen, left, best = set(), 0, 0
    for right, c in enumerate(s):
        if c in seen:
            left += 1
        seen.add(c)
        best = max(best, right - left)
    return best + 1 if s else 0
