"""Wrong: the stack adds a hollow up to the new bar, even where the left wall is lower: [1,0,2] gives 2."""


class Solution:
    def trap(self, height):
        stack, water = [], 0
        for i, h in enumerate(height):
            while stack and height[stack[-1]] < h:
                bottom = height[stack.pop()]
                if stack:
                    water += (i - stack[-1] - 1) * (h - bottom)
            stack.append(i)
        return water
