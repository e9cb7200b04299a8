"""Wrong: returns the largest pool and not all of them: [2,0,2,1,2] gives 2."""


def trap(height):
    n = len(height)
    left, right = height[:], height[:]
    for i in range(1, n):
        left[i] = max(left[i], left[i - 1])
    for i in range(n - 2, -1, -1):
        right[i] = max(right[i], right[i + 1])
    best = pool = 0
    for a, b, h in zip(left, right, height):
        water = min(a, b) - h
        pool = pool + water if water else 0
        best = max(best, pool)
    return best
