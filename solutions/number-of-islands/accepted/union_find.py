"""Accepted: union-find over the cells, looking to the right and down only."""


def numIslands(grid):
    parent = {(r, c): (r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell == "1"}

    def find(cell):
        while parent[cell] != cell:
            parent[cell] = parent[parent[cell]]
            cell = parent[cell]
        return cell

    count = len(parent)
    for r, c in list(parent):
        for other in ((r + 1, c), (r, c + 1)):
            if other in parent:
                a, b = find((r, c)), find(other)
                if a != b:
                    parent[b] = a
                    count -= 1
    return count
