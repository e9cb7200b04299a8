"""Slow: tries every bracket that could close the first one: exponential."""


class Solution:
    def isValid(self, s: str) -> bool:
        pairs = {"(": ")", "[": "]", "{": "}"}
        if not s:
            return True
        for j in range(1, len(s)):
            if s[j] == pairs.get(s[0]) and self.isValid(s[1:j]) and self.isValid(s[j + 1:]):
                return True
        return False
