"""Does not load: the method has the name of another question, which counts the boards."""


class Solution:
    def totalNQueens(self, n: int) -> int:
        return 1
