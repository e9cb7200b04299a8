"""Wrong: counts the boards, which is the other question: 4 gives 2."""


class Solution:
    def solveNQueens(self, n: int) -> int:
        def count(queens):
            r = len(queens)
            if r == n:
                return 1
            return sum(
                count(queens + [c]) for c in range(n)
                if all(c != q and abs(c - q) != r - i for i, q in enumerate(queens))
            )

        return count([])
