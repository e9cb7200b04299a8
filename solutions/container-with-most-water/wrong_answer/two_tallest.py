"""Wrong: takes the two tallest lines: [1,2,2,1] gives 2."""


def max_area(height):
    first, second = sorted(range(len(height)), key=lambda i: (height[i], i))[-2:]
    return abs(first - second) * min(height[first], height[second])
