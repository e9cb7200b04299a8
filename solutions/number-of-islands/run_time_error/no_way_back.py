"""Crashes: nothing is marked, so the recursion goes to and fro for ever."""


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        def dfs(i, j):
            if not (0 <= i < len(grid) and 0 <= j < len(grid[0])) or grid[i][j] != "1":
                return 0
            for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                dfs(a, b)
            return 1

        return sum(dfs(i, j) for i in range(len(grid)) for j in range(len(grid[0])))
