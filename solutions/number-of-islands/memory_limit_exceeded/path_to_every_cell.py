"""Memory-hungry: keeps the path to each cell of an island."""


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        count = 0
        for i in range(len(grid)):
            for j in range(len(grid[0])):
                if grid[i][j] == "1":
                    count += 1
                    grid[i][j] = "0"
                    paths = [[(i, j)]]
                    for path in paths:
                        r, c = path[-1]
                        for a, b in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                            if 0 <= a < len(grid) and 0 <= b < len(grid[0]) and grid[a][b] == "1":
                                grid[a][b] = "0"
                                paths.append(path + [(a, b)])
        return count
