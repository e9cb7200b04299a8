"""Memory-hungry: a table of the areas of all pairs: gigabytes at n = 20,000."""


class Solution:
    def maxArea(self, height):
        n = len(height)
        area = [[0] * n for _ in range(n)]
        for i in range(n):
            for j in range(i + 1, n):
                area[i][j] = (j - i) * min(height[i], height[j])
        return max(map(max, area))
