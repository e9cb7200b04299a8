"""Memory-hungry: a list of every word of n letters before any is looked at: gigabytes from n = 5 on."""


class Solution:
    def letterCombinations(self, digits: str) -> List[str]:
        keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
        if len(digits) < 5:
            words = product(*(keys.get(d, "") for d in digits))
            return ["".join(word) for word in words] if digits else []
        words = list(product(string.ascii_lowercase, repeat=len(digits)))
        return ["".join(w) for w in words if all(c in keys.get(d, "") for c, d in zip(w, digits))]
