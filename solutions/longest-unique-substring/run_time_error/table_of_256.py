"""Crashes: a table of 256 places and any character as its index: "\u0100" is an IndexError."""


class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        last = [-1] * 256
        start = best = 0
        for i, c in enumerate(s):
            start = max(start, last[ord(c)] + 1)
            last[ord(c)] = i
            best = max(best, i - start + 1)
        return best
