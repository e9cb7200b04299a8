"""Wrong: stops when an area is smaller than the one before: [1,2,9,9,2,1] gives 5."""


def max_area(height):
    i, j, best = 0, len(height) - 1, 0
    while i < j:
        area = (j - i) * min(height[i], height[j])
        if area < best:
            break
        best = area
        if height[i] < height[j]:
            i += 1
        else:
            j -= 1
    return best
