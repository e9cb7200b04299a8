"""Crashes: a text cannot be assigned to, square by square: 1 is a TypeError."""


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        board, res = ["." * n for _ in range(n)], []

        def place(r):
            if r == n:
                res.append(board[:])
                return
            for c in range(n):
                board[r][c] = "Q"
                place(r + 1)
                board[r][c] = "."

        place(0)
        return res
