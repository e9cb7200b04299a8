"""Wrong: fills to the right and down only: an island that turns back is counted twice."""


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        def dfs(i, j):
            if i >= len(grid) or j >= len(grid[0]) or grid[i][j] != "1":
                return 0
            grid[i][j] = "0"
            dfs(i + 1, j)
            dfs(i, j + 1)
            return 1

        return sum(dfs(i, j) for i in range(len(grid)) for j in range(len(grid[0])))
