"""Accepted: written anew with a set for the window."""
class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        window, left, best = set(), 0, 0
        for c in s:
            while c in window:
                window.remove(s[left])
                left += 1
            window.add(c)
            best = max(best, len(window))
        return best
