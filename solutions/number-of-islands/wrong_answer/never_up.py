"""Wrong: left, right and down, but never up: a valley is two islands."""


def num_islands(grid):
    count = 0
    for i in range(len(grid)):
        for j in range(len(grid[0])):
            if grid[i][j] == "1":
                count += 1
                stack = [(i, j)]
                while stack:
                    r, c = stack.pop()
                    if r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] == "1":
                        grid[r][c] = "0"
                        stack += [(r + 1, c), (r, c - 1), (r, c + 1)]
    return count
