"""Wrong: counts land cells, not islands."""


def num_islands(grid):
    return sum(row.count("1") for row in grid)
