"""Accepted: type hints without imports, max() on the left end, a nested function."""


class Solution(object):
    def lengthOfLongestSubstring(self, s):
        """
        :type s: str
        :rtype: int
        """
        places: Dict[str, int] = {}
        start = 0

        def window(i: int, c: str) -> int:
            nonlocal start
            start = max(start, places.get(c, -1) + 1)
            places[c] = i
            return i - start + 1

        return max((window(i, c) for i, c in enumerate(s)), default=0)
