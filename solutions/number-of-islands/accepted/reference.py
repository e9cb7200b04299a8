"""Reference: flood fill with a stack, sinking the land.

Time: O(m n), Space: O(m n).
"""


def num_islands(grid):
    rows, columns = len(grid), len(grid[0])
    count = 0
    for i in range(rows):
        for j in range(columns):
            if grid[i][j] == "1":
                count += 1
                grid[i][j] = "0"
                stack = [(i, j)]
                while stack:
                    r, c = stack.pop()
                    for a, b in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                        if 0 <= a < rows and 0 <= b < columns and grid[a][b] == "1":
                            grid[a][b] = "0"
                            stack.append((a, b))
    return count
