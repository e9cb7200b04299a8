"""Slow: guards against duplicates, of which there are none, by `not in` a list: quadratic in 4^8 results."""


class Solution:
    def letterCombinations(self, digits: str) -> List[str]:
        keys = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]
        found = []

        def extend(i, word):
            if i == len(digits):
                if word not in found:
                    found.append(word)
                return
            for c in keys[int(digits[i])]:
                extend(i + 1, word + c)

        if digits:
            extend(0, "")
        return found
