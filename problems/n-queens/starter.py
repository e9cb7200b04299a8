class Solution:
    def solveNQueens(self, n: int) -> list[list[str]]:
        # A plain function `def solve_n_queens(n):` is fine too.
        pass
