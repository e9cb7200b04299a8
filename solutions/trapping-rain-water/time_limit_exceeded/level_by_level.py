"""Slow: goes up one unit at a time and counts the gaps: as many walks as bars are high."""


def trap(height):
    water = 0
    for level in range(1, max(height) + 1):
        pending, started = 0, False
        for h in height:
            if h >= level:
                water += pending if started else 0
                pending, started = 0, True
            else:
                pending += 1
    return water
