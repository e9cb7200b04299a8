class Solution:
    def numIslands(self, grid: list[list[str]]) -> int:
        # A plain function `def num_islands(grid):` is fine too.
        pass
