from functools import singledispatchmethod

class Solution:
    KEYS = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}

    @singledispatchmethod
    def letterCombinations(self, digits):
        raise TypeError(type(digits))

    @letterCombinations.register
    def _(self, digits: str) -> list:
        return self.letterCombinations([self.KEYS.get(d, "") for d in digits])

    @letterCombinations.register(list)
    def _(self, groups):
        return ["".join(p) for p in product(*groups)] if groups else []
