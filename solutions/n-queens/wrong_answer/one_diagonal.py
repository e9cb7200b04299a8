"""Wrong: looks at the rising diagonals only: 3 gives boards."""


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        boards = []

        def place(queens, diagonals):
            if len(queens) == n:
                boards.append(["." * c + "Q" + "." * (n - 1 - c) for c in queens])
            for c in range(n):
                if len(queens) < n and c not in queens and len(queens) + c not in diagonals:
                    place(queens + [c], diagonals | {len(queens) + c})

        place([], set())
        return boards
