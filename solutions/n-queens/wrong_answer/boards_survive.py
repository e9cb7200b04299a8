"""Wrong: the boards belong to the class, so the next call gets those of this one as well."""


class Solution:
    boards = []

    def solveNQueens(self, n: int) -> List[List[str]]:
        def place(queens):
            r = len(queens)
            if r == n:
                self.boards.append(["." * c + "Q" + "." * (n - 1 - c) for c in queens])
            for c in range(n if r < n else 0):
                if all(c != q and abs(c - q) != r - i for i, q in enumerate(queens)):
                    place(queens + [c])

        place([])
        return self.boards
