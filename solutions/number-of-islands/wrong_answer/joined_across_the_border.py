"""Wrong: no test for -1, which is the last row or column: land joins across the border."""


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        def dfs(i, j):
            if i >= len(grid) or j >= len(grid[0]) or grid[i][j] != "1":
                return 0
            grid[i][j] = "0"
            for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                dfs(a, b)
            return 1

        return sum(dfs(i, j) for i in range(len(grid)) for j in range(len(grid[0])))
