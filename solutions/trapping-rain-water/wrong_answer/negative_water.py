"""Wrong: both maxima leave out the bar itself, and peaks count as negative water: [0,2,0] gives -2."""


class Solution:
    def trap(self, height: List[int]) -> int:
        total = 0
        n = len(height)
        left, right = [0] * n, [0] * n
        for i in range(1, n):
            left[i] = max(left[i - 1], height[i - 1])
        for i in range(n - 2, -1, -1):
            right[i] = max(right[i + 1], height[i + 1])
        for i in range(1, n - 1):
            total += min(left[i], right[i]) - height[i]
        return total
