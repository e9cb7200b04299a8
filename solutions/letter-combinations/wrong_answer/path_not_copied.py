"""Wrong: one path list, never copied: all results are the same empty list: "2" gives [[], [], []]."""


class Solution:
    def letterCombinations(self, digits):
        keys = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]
        res, path = [], []

        def dfs(i):
            if i == len(digits):
                res.append(path)
                return
            for c in keys[int(digits[i])]:
                path.append(c)
                dfs(i + 1)
                path.pop()

        if digits:
            dfs(0)
        return res
