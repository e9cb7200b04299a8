class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        # A plain function `def length_of_longest_substring(s):` is fine too.
        pass
