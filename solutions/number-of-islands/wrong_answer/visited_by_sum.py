"""Wrong: remembers a cell by i + j, which many cells share."""


def num_islands(grid):
    seen = set()

    def fill(i, j):
        if not (0 <= i < len(grid) and 0 <= j < len(grid[0])):
            return 0
        if grid[i][j] == "0" or i + j in seen:
            return 0
        seen.add(i + j)
        for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
            fill(a, b)
        return 1

    return sum(fill(i, j) for i in range(len(grid)) for j in range(len(grid[0])))
