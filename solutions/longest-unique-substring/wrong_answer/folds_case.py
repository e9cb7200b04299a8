"""Wrong: takes small and capital letters for the same: "aA" gives 1."""


class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        s = s.lower()
        seen, left, best = set(), 0, 0
        for right, c in enumerate(s):
            while c in seen:
                seen.remove(s[left])
                left += 1
            seen.add(c)
            best = max(best, right - left + 1)
        return best
