"""Wrong: three letters on each key: "7" lacks s, and every later key is off by one."""


class Solution:
    def letterCombinations(self, digits: str) -> List[str]:
        if not digits or set(digits) & set("01"):
            return []
        words = [""]
        for d in digits:
            first = ord("a") + 3 * (int(d) - 2)
            words = [w + chr(first + i) for w in words for i in range(3)]
        return words
