"""Accepted: a recursive method beside the entry, with a set handed on."""


class Solution(object):
    def numIslands(self, grid):
        """
        :type grid: List[List[str]]
        :rtype: int
        """
        seen = set()
        return sum(self.fill(grid, r, c, seen) for r in range(len(grid)) for c in range(len(grid[0])))

    def fill(self, grid, r, c, seen):
        if not (0 <= r < len(grid) and 0 <= c < len(grid[0])):
            return 0
        if grid[r][c] == "0" or (r, c) in seen:
            return 0
        seen.add((r, c))
        self.fill(grid, r + 1, c, seen)
        self.fill(grid, r, c + 1, seen)
        self.fill(grid, r - 1, c, seen)
        self.fill(grid, r, c - 1, seen)
        return 1
