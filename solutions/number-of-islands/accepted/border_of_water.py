"""Accepted: puts water all round, so that no test of the border is needed; prints the map."""


class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        width = len(grid[0]) + 1
        cells = ["0"] * width
        for row in grid:
            cells += row + ["0"]
        cells += ["0"] * width
        print("".join(cells)[:80])
        islands = 0
        for start, cell in enumerate(cells):
            if cell == "1":
                islands += 1
                stack = [start]
                while stack:
                    at = stack.pop()
                    if cells[at] == "1":
                        cells[at] = "0"
                        stack += [at - 1, at + 1, at - width, at + width]
        return islands
