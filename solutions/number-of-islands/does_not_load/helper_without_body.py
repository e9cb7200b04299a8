"""Does not load: the helper has no body."""


class Solution:
    def numIslands(self, grid):
        def sink(i, j):

        count = 0
        for i in range(len(grid)):
            for j in range(len(grid[0])):
                if grid[i][j] == "1":
                    sink(i, j)
                    count += 1
        return count
