"""Accepted: backtracking with a path list, camelCase method, type hints that nobody imported."""


class Solution:
    def letterCombinations(self, digits: str) -> List[str]:
        if not digits or "0" in digits or "1" in digits:
            return []
        keys = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]
        res: List[str] = []
        path: List[str] = []

        def dfs(i: int) -> None:
            if i == len(digits):
                res.append("".join(path))
                return
            for c in keys[int(digits[i])]:
                path.append(c)
                dfs(i + 1)
                path.pop()

        dfs(0)
        return res
