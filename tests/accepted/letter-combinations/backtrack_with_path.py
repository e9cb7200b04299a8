class Solution:
    def letterCombinations(self, digits: str) -> List[str]:
        if not digits:
            return []
        phone = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]
        res, path = [], []
        def backtrack(i):
            if i == len(digits):
                res.append("".join(path))
                return
            for c in phone[int(digits[i])]:
                path.append(c)
                backtrack(i + 1)
                path.pop()
        backtrack(0)
        return res
