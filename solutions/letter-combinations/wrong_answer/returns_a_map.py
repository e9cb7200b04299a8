"""Wrong: returns a lazy map object in place of a list: "2"."""


class Solution:
    def letterCombinations(self, digits):
        keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
        if not digits:
            return []
        return map("".join, product(*(keys.get(d, "") for d in digits)))
