"""Wrong: compares the first with the last, and so on: "()[]" is refused."""


class Solution:
    def isValid(self, s: str) -> bool:
        pairs = {"(": ")", "[": "]", "{": "}"}
        left, right = 0, len(s) - 1
        while left < right:
            if pairs.get(s[left]) != s[right]:
                return False
            left, right = left + 1, right - 1
        return len(s) % 2 == 0
