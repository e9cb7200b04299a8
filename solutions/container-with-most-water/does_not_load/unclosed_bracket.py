"""Does not load: a bracket is never closed."""


def max_area(height):
    return max((j - i) * min(height[i], height[j]
               for i in range(len(height)) for j in range(i))
