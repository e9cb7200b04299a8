"""Wrong: both ends move at each step: [1,2,2] gives 2 by luck, [1,5,1,5] gives 3."""


def max_area(height):
    best = 0
    for i in range(len(height) // 2):
        j = len(height) - 1 - i
        best = max(best, (j - i) * min(height[i], height[j]))
    return best
