"""Memory-hungry: draws the landscape cell by cell: n times the tallest bar."""


def trap(height):
    top = max(height)
    grid = [[True] * h + [False] * (top - h) for h in height]
    water = 0
    for level in range(top):
        filled = [i for i in range(len(height)) if grid[i][level]]
        water += filled[-1] - filled[0] + 1 - len(filled)
    return water
