"""Wrong: the level is taken from the taller side: [3,0,1] gives 5."""


class Solution:
    def trap(self, height: List[int]) -> int:
        n = len(height)
        left, right = height[:], height[:]
        for i in range(1, n):
            left[i] = max(left[i], left[i - 1])
        for i in range(n - 2, -1, -1):
            right[i] = max(right[i], right[i + 1])
        return sum(max(left[i], right[i]) - height[i] for i in range(n))
