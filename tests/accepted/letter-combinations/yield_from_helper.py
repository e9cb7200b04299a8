class Solution:
    MAP = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}

    def letterCombinations(self, digits):
        return list(self._words(digits)) if digits else []

    def _words(self, digits):
        if not digits:
            yield ""
            return
        for c in self.MAP.get(digits[0], ""):
            for rest in self._words(digits[1:]):
                yield c + rest
