"""Wrong: counts the stretches of land in each row that have no land above them."""


def num_islands(grid):
    count = 0
    above = ["0"] * len(grid[0])
    for row in grid:
        touching = land = False
        for cell, higher in zip(row + ["0"], above + ["0"]):
            if cell == "1":
                land = True
                touching = touching or higher == "1"
            else:
                count += land and not touching
                touching = land = False
        above = row
    return count
