"""Wrong: returns the first board that it finds: 4 gives one."""


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        queens = []

        def place():
            r = len(queens)
            if r == n:
                return True
            for c in range(n):
                if all(c != q and abs(c - q) != r - i for i, q in enumerate(queens)):
                    queens.append(c)
                    if place():
                        return True
                    queens.pop()
            return False

        return [["." * c + "Q" + "." * (n - 1 - c) for c in queens]] if place() else []
