"""Reference: walk in from both ends and give up the shorter line.

Time: O(n), Space: O(1).
"""


def max_area(height):
    i, j, best = 0, len(height) - 1, 0
    while i < j:
        best = max(best, (j - i) * min(height[i], height[j]))
        if height[i] < height[j]:
            i += 1
        else:
            j -= 1
    return best
