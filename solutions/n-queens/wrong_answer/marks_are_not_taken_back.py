"""Wrong: diagonals stay marked after a choice is taken back."""


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        boards, rising, falling = [], set(), set()

        def place(queens):
            r = len(queens)
            if r == n:
                boards.append(["." * c + "Q" + "." * (n - 1 - c) for c in queens])
                return
            for c in range(n):
                if c not in queens and r + c not in rising and r - c not in falling:
                    rising.add(r + c)
                    falling.add(r - c)
                    place(queens + [c])
                    rising.discard(r + c)

        place([])
        return boards
