"""Wrong: one level for the whole landscape, that of the lower end: [1,3,0,3] gives 1."""


def trap(height):
    level = min(height[0], height[-1])
    return sum(max(0, level - h) for h in height)
