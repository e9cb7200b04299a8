"""Crashes: looks at the neighbour before it asks whether there is one: an IndexError."""


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        def dfs(i, j):
            grid[i][j] = "0"
            for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                if grid[a][b] == "1" and 0 <= a < len(grid) and 0 <= b < len(grid[0]):
                    dfs(a, b)

        count = 0
        for i in range(len(grid)):
            for j in range(len(grid[0])):
                if grid[i][j] == "1":
                    dfs(i, j)
                    count += 1
        return count
