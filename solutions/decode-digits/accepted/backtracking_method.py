"""Accepted: backtracking with a path that is pushed and popped, type hints that nobody imported."""


class Solution:
    def decodeDigits(self, digits: str) -> List[str]:
        res: List[str] = []
        path: List[str] = []

        def dfs(i: int) -> None:
            if i == len(digits):
                res.append("".join(path))
                return
            if digits[i] == "0":
                return
            for j in (i + 1, i + 2):
                if j <= len(digits) and int(digits[i:j]) <= 26:
                    path.append(chr(ord("A") + int(digits[i:j]) - 1))
                    dfs(j)
                    path.pop()

        if digits:
            dfs(0)
        return res
