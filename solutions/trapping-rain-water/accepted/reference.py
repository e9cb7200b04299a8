"""Reference: two pointers; the side with the smaller maximum is decided.

Time: O(n), Space: O(1).
"""


def trap(height):
    i, j = 0, len(height) - 1
    left = right = total = 0
    while i <= j:
        left, right = max(left, height[i]), max(right, height[j])
        if left < right:
            total += left - height[i]
            i += 1
        else:
            total += right - height[j]
            j -= 1
    return total
