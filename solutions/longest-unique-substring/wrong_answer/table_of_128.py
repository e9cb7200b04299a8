"""Wrong: a table of 128 places with larger code points wrapped round: "a" and U+00E1 together give 1."""


class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        last = [-1] * 128
        start = best = 0
        for i, c in enumerate(s):
            code = ord(c) % 128
            start = max(start, last[code] + 1)
            last[code] = i
            best = max(best, i - start + 1)
        return best
