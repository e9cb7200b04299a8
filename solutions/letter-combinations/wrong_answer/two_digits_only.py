"""Wrong: made for two digits: "2" gives nothing, "234" gives texts of two letters."""


class Solution:
    def letterCombinations(self, digits: str) -> List[str]:
        keys = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]
        if len(digits) < 2:
            return []
        return [a + b for a in keys[int(digits[0])] for b in keys[int(digits[1])]]
