"""Wrong: queens attack on a diagonal only next to one another: 3 is right, 5 gives too many."""


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        boards = []

        def place(queens):
            if len(queens) == n:
                boards.append(["." * c + "Q" + "." * (n - 1 - c) for c in queens])
                return
            for c in range(n):
                if c not in queens and (not queens or abs(queens[-1] - c) > 1):
                    place(queens + [c])

        place([])
        return boards
