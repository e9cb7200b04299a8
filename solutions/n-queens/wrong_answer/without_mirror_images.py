"""Wrong: leaves out mirror images: 4 gives one board."""


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        def dfs(queens):
            r = len(queens)
            if r == n:
                return [queens]
            return [
                board for c in range(n)
                if all(c != q and abs(c - q) != r - i for i, q in enumerate(queens))
                for board in dfs(queens + [c])
            ]

        kept = []
        for queens in dfs([]):
            if [n - 1 - c for c in queens] not in kept:
                kept.append(queens)
        return [["." * c + "Q" + "." * (n - 1 - c) for c in queens] for queens in kept]
