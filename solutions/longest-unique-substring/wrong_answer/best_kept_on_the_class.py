"""Wrong: the best length lives on the class and never falls: a short string after a long one is wrong."""


class Solution:
    best = 0

    def lengthOfLongestSubstring(self, s: str) -> int:
        last, start = {}, 0
        for i, c in enumerate(s):
            start = max(start, last.get(c, -1) + 1)
            last[c] = i
            Solution.best = max(Solution.best, i - start + 1)
        return Solution.best
