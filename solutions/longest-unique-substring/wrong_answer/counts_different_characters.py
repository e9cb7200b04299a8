"""Wrong: counts the different characters of the whole string: "abbc" gives 3."""


class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        return len(set(s))
