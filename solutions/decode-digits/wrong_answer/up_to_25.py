"""Wrong: `<` for `<=` at 26: "26" lacks Z."""


class Solution:
    def decodeDigits(self, digits):
        res = []

        def dfs(i, word):
            if i == len(digits):
                res.append(word)
                return
            if digits[i] == "0":
                return
            dfs(i + 1, word + chr(64 + int(digits[i])))
            if i + 1 < len(digits) and int(digits[i:i + 2]) < 26:
                dfs(i + 2, word + chr(64 + int(digits[i:i + 2])))

        if digits:
            dfs(0, "")
        return res
