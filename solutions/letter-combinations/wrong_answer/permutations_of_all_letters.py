"""Wrong: permutations of the letters in place of a product: "22" lacks aa."""


class Solution:
    def letterCombinations(self, digits: str) -> List[str]:
        keys = dict(zip("23456789", ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]))
        if not digits or any(d not in keys for d in digits):
            return []
        return [w for w in map("".join, product(*(keys[d] for d in digits))) if len(set(w)) == len(w)]
