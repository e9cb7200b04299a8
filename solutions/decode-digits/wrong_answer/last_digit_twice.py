"""Wrong: does not ask whether two digits are left, so the last one is decoded twice: "1" gives A, A."""


class Solution:
    def decodeDigits(self, digits: str) -> List[str]:
        res = []

        def dfs(i, word):
            if i >= len(digits):
                res.append(word)
                return
            if digits[i] == "0":
                return
            for size in (1, 2):
                code = int(digits[i:i + size])
                if code <= 26:
                    dfs(i + size, word + chr(64 + code))

        if digits:
            dfs(0, "")
        return res
