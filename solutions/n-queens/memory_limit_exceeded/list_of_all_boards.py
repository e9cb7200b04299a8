"""Memory-hungry: lists all n^n boards before it looks at the first."""
from itertools import product


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        every = list(product(range(n), repeat=n))
        return [
            ["." * c + "Q" + "." * (n - 1 - c) for c in queens]
            for queens in every
            if len(set(queens)) == n
            and len({r + c for r, c in enumerate(queens)}) == n
            and len({r - c for r, c in enumerate(queens)}) == n
        ]
