"""Accepted: a stack of falling bars; a taller bar closes the hollows before it."""


class Solution(object):
    def trap(self, height):
        """
        :type height: List[int]
        :rtype: int
        """
        stack, water = [], 0
        for i, h in enumerate(height):
            while stack and height[stack[-1]] < h:
                bottom = height[stack.pop()]
                if stack:
                    width = i - stack[-1] - 1
                    water += width * (min(height[stack[-1]], h) - bottom)
            stack.append(i)
        return water
