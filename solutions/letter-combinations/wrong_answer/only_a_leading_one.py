"""Wrong: looks for 0 and 1 in the first place only and keeps them as they are elsewhere: "21" gives a1."""


class Solution:
    def letterCombinations(self, digits: str) -> List[str]:
        keys = ["0", "1", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]
        if not digits or digits[0] in "01":
            return []
        words = [""]
        for d in digits:
            words = [w + c for w in words for c in keys[int(d)]]
        return words
