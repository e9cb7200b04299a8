"""Accepted: written anew, one digit at a time."""
KEYS = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]


class Solution:
    def letterCombinations(self, digits):
        words = [""] if digits else []
        for digit in digits:
            words = [word + letter for word in words for letter in KEYS[int(digit)]]
        return words
