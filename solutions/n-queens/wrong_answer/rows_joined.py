"""Wrong: a board is one text with line breaks, where a list of rows was asked for."""


class Solution:
    def solveNQueens(self, n: int) -> List[str]:
        def dfs(queens):
            r = len(queens)
            if r == n:
                return ["\n".join("." * c + "Q" + "." * (n - 1 - c) for c in queens)]
            return [
                board for c in range(n)
                if all(c != q and abs(c - q) != r - i for i, q in enumerate(queens))
                for board in dfs(queens + [c])
            ]

        return dfs([])
