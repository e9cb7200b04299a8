"""Crashes: the list of right maxima begins behind the last bar: [1] is an IndexError."""


class Solution:
    def trap(self, height: List[int]) -> int:
        n = len(height)
        left, right = [0] * n, [0] * n
        for i in range(n):
            left[i] = max(height[i], left[i - 1] if i else 0)
        for i in range(n - 1, -1, -1):
            right[i] = max(height[i], right[i + 1])
        return sum(min(a, b) - h for a, b, h in zip(left, right, height))
