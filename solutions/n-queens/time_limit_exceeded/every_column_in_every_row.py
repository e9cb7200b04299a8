"""Slow: tries every column in every row, and tests at the end: n^n boards."""
from itertools import product


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        return [
            ["." * c + "Q" + "." * (n - 1 - c) for c in queens]
            for queens in product(range(n), repeat=n)
            if len(set(queens)) == n
            and len({r + c for r, c in enumerate(queens)}) == n
            and len({r - c for r, c in enumerate(queens)}) == n
        ]
