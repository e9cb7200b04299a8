"""Slow: str.find looks through the window, quickly while no low byte comes twice."""


def length_of_longest_substring(s: str) -> int:
    start = best = 0
    for end, c in enumerate(s):
        before = s.find(c, start, end)
        if before >= 0:
            start = before + 1
        best = max(best, end - start + 1)
    return best
