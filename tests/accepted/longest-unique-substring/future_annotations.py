from __future__ import annotations
import typing as t

def length_of_longest_substring(s: Text | None) -> Length:
    start: t.Final = 0
    left, best, where = start, 0, {}
    for right, c in enumerate(s, 1):
        left = max(left, where.get(c, 0))
        where[c] = right
        best = max(best, right - left)
    return best
