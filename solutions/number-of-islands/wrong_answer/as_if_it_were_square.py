"""Wrong: takes the number of rows for the number of columns as well."""


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        n = len(grid)

        def dfs(i, j):
            if not (0 <= i < n and 0 <= j < min(n, len(grid[0]))) or grid[i][j] != "1":
                return 0
            grid[i][j] = "0"
            for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                dfs(a, b)
            return 1

        return sum(dfs(i, j) for i in range(n) for j in range(n))
