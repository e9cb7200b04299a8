"""Slow: visited cells in a list, which is walked through for each cell: O((m n)^2)."""


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        visited = []
        islands = 0
        for i in range(len(grid)):
            for j in range(len(grid[0])):
                if grid[i][j] == "1" and (i, j) not in visited:
                    islands += 1
                    visited.append((i, j))
                    queue = [(i, j)]
                    while queue:
                        r, c = queue.pop(0)
                        for a, b in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                            if 0 <= a < len(grid) and 0 <= b < len(grid[0]):
                                if grid[a][b] == "1" and (a, b) not in visited:
                                    visited.append((a, b))
                                    queue.append((a, b))
        return islands
