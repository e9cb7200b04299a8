"""Does not load: a colon is missing behind else."""


def trap(height):
    i, j, left, right, water = 0, len(height) - 1, 0, 0, 0
    while i <= j:
        if left < right:
            left = max(left, height[i])
            water += left - height[i]
            i += 1
        else
            right = max(right, height[j])
            water += right - height[j]
            j -= 1
    return water
