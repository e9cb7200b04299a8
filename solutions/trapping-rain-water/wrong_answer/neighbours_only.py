"""Wrong: compares a bar with its two neighbours: [3,0,0,3] gives 0."""


class Solution:
    def trap(self, height):
        water = 0
        for i in range(1, len(height) - 1):
            water += max(0, min(height[i - 1], height[i + 1]) - height[i])
        return water
