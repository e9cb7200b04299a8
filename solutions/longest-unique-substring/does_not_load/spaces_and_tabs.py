"""Does not load: the loop's body is indented less than its head promises."""


class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        seen, left, best = set(), 0, 0
        for right, c in enumerate(s):
            while c in seen:
                seen.remove(s[left])
                left += 1
          seen.add(c)
            best = max(best, right - left + 1)
        return best
