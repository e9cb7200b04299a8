"""Crashes: begins with the letters of the first digit: "" is an IndexError."""


class Solution:
    def letterCombinations(self, digits: str) -> List[str]:
        keys = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]
        words = list(keys[int(digits[0])])
        for d in digits[1:]:
            words = [w + c for w in words for c in keys[int(d)]]
        return words
