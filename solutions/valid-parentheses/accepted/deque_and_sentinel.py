"""Accepted: a deque with a mark at its bottom, so that it is never empty; answers 1 and 0."""
from collections import deque


def is_valid(s):
    opened = deque("?")
    for c in s:
        if c in "([{":
            opened.append(c)
        elif opened.pop() + c not in ("()", "[]", "{}"):
            return 0
    return 1 if len(opened) == 1 else 0
