"""Accepted: walks from the right and keeps the nearest repeat of any character."""
from functools import reduce


def lengthOfLongestSubstring(s: str) -> int:
    def step(state, i):
        following, border, best = state
        border = min(border, following.get(s[i], len(s)))
        following[s[i]] = i
        return following, border, max(best, border - i)

    return reduce(step, range(len(s) - 1, -1, -1), ({}, len(s), 0))[2]
