"""Wrong: eight neighbours: land that touches at a corner is one island."""


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        def dfs(i, j):
            if not (0 <= i < len(grid) and 0 <= j < len(grid[0])) or grid[i][j] != "1":
                return 0
            grid[i][j] = "0"
            for di in (-1, 0, 1):
                for dj in (-1, 0, 1):
                    dfs(i + di, j + dj)
            return 1

        return sum(dfs(i, j) for i in range(len(grid)) for j in range(len(grid[0])))
