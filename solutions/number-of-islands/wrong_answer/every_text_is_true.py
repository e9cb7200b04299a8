"""Wrong: `if grid[i][j]`: "0" is a text that is not empty, so all is land."""


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        seen = set()

        def dfs(i, j):
            if not (0 <= i < len(grid) and 0 <= j < len(grid[0])) or (i, j) in seen:
                return 0
            if grid[i][j]:
                seen.add((i, j))
                for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                    dfs(a, b)
                return 1
            return 0

        return sum(dfs(i, j) for i in range(len(grid)) for j in range(len(grid[0])))
