"""Accepted: tests each new queen against the earlier ones, with the beginning as an argument."""


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        def dfs(queens):
            if len(queens) == n:
                return [queens]
            found = []
            for c in range(n):
                if all(c != q and abs(c - q) != len(queens) - r for r, q in enumerate(queens)):
                    found += dfs(queens + [c])
            return found

        return [["." * c + "Q" + "." * (n - c - 1) for c in queens] for queens in dfs([])]
