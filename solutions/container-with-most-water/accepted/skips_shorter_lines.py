"""Accepted: raises the level and skips all lines below it, on both sides."""


def maxArea(height):
    left, right, most = 0, len(height) - 1, 0
    while left < right:
        level = min(height[left], height[right])
        most = max(most, level * (right - left))
        while left < right and height[left] <= level:
            left += 1
        while left < right and height[right] <= level:
            right -= 1
    return most
