"""Accepted: a deque with a set beside it, under the other name of the entry."""
from collections import deque


def longest_unique_substring(s: str) -> int:
    window, members, best = deque(), set(), 0
    for c in s:
        if c in members:
            while True:
                dropped = window.popleft()
                members.discard(dropped)
                if dropped == c:
                    break
        window.append(c)
        members.add(c)
        best = max(best, len(window))
    return best
