"""Reference: the last place of each character, and a left end that only moves forward.

Time: O(n), Space: O(n).
"""


def length_of_longest_substring(s):
    last = {}
    start = best = 0
    for end, c in enumerate(s):
        if last.get(c, -1) >= start:
            if end - start > best:
                best = end - start
            start = last[c] + 1
        last[c] = end
    return max(best, len(s) - start)
