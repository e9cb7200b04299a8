"""Wrong: returns the columns of the queens in place of the boards: 1 gives [[0]]."""


class Solution:
    def solveNQueens(self, n: int) -> List[List[int]]:
        def dfs(queens):
            r = len(queens)
            if r == n:
                return [queens]
            return [
                board for c in range(n)
                if all(c != q and abs(c - q) != r - i for i, q in enumerate(queens))
                for board in dfs(queens + [c])
            ]

        return dfs([])
