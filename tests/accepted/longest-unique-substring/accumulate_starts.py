from itertools import accumulate

def length_of_longest_substring(s: str) -> int:
    before = {}
    starts = []
    for i, c in enumerate(s):
        starts.append(before.get(c, -1) + 1)
        before[c] = i
    lefts = accumulate(starts, max)
    return max((i - left + 1 for i, left in enumerate(lefts)), default=0)
