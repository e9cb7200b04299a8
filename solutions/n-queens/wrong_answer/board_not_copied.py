"""Wrong: keeps the board that goes on being changed, so all boards end up empty."""


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        res, board, queens = [], ["." * n] * n, []

        def place(r):
            if r == n:
                res.append(board)
                return
            for c in range(n):
                if all(c != q and abs(c - q) != r - i for i, q in enumerate(queens)):
                    queens.append(c)
                    board[r] = "." * c + "Q" + "." * (n - 1 - c)
                    place(r + 1)
                    queens.pop()
                    board[r] = "." * n

        place(0)
        return res
