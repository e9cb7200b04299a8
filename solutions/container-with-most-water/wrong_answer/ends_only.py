"""Wrong: measures the first and the last line alone: [1,5,5,1] gives 3."""


def max_area(height):
    return (len(height) - 1) * min(height[0], height[-1])
