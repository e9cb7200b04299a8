"""Wrong: the taller line decides the level: [1,2] gives 2."""


class Solution:
    def maxArea(self, height):
        l, r, res = 0, len(height) - 1, 0
        while l < r:
            res = max(res, (r - l) * max(height[l], height[r]))
            if height[l] < height[r]:
                l += 1
            else:
                r -= 1
        return res
