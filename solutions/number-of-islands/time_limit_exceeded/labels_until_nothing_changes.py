"""Slow: each cell takes the least label of its neighbours, until nothing changes: a snake takes long."""


def num_islands(grid):
    rows, columns = len(grid), len(grid[0])
    label = {(r, c): r * columns + c for r in range(rows) for c in range(columns) if grid[r][c] == "1"}
    changed = True
    while changed:
        changed = False
        for r, c in label:
            for other in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if label.get(other, label[r, c]) < label[r, c]:
                    label[r, c] = label[other]
                    changed = True
    return len(set(label.values()))
