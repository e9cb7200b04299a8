"""Wrong: water is held by the left wall alone: [3,0] gives 3."""


def trap(height):
    level = total = 0
    for h in height:
        level = max(level, h)
        total += level - h
    return total
