class Words:
    def __init__(self, rows):
        self.rows = rows

    def __iter__(self):
        for letters in itertools.product(*self.rows):
            yield ''.join(letters)

class Solution:
    def letterCombinations(self, digits: str) -> list[str]:
        rows = [["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"][int(c)] for c in digits]
        return [*Words(rows)] if rows and all(rows) else []
