"""Crashes: the first bar has nothing on its left: [1] is a ValueError of max()."""


def trap(height):
    water = 0
    for i, h in enumerate(height):
        water += max(0, min(max(height[:i]), max(height[i + 1:])) - h)
    return water
