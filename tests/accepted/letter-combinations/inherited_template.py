from abc import ABC, abstractmethod

class Pad(ABC):
    @abstractmethod
    def letters(self, digit): ...

    def letterCombinations(self, digits):
        if digits == "":
            return []
        words = [""]
        for d in digits:
            words = [w + c for w in words for c in self.letters(d)]
        return words

class Solution(Pad):
    def letters(self, digit):
        return {"7": "pqrs", "9": "wxyz", "8": "tuv"}.get(digit) or (
            "" if digit < "2" else "".join(chr(ord("a") + 3 * (int(digit) - 2) + i) for i in range(3)))
