"""Slow: `c in s[left:right]` copies and searches the window at every step: fine on 26 letters only."""


class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        left = best = 0
        for right, c in enumerate(s):
            while c in s[left:right]:
                left += 1
            best = max(best, right - left + 1)
        return best
