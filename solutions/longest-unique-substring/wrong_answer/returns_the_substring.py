"""Wrong: returns the piece and not its length: "a" gives "a"."""


class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        last, start, best = {}, 0, ""
        for i, c in enumerate(s):
            start = max(start, last.get(c, -1) + 1)
            last[c] = i
            if i - start + 1 > len(best):
                best = s[start:i + 1]
        return best
