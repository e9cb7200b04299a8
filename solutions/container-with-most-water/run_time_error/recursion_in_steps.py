"""Crashes: calls itself with shorter and shorter copies until one line is left, and takes its neighbour."""


def max_area(height):
    area = (len(height) - 1) * min(height[0], height[-1])
    if len(height) == 1:
        return height[0] * height[1]
    return max(area, max_area(height[1:] if height[0] < height[-1] else height[:-1]))
