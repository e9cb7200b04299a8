"""Wrong: returns the area of the last pair and not the largest: [1,1,1] gives 1."""


class Solution:
    def maxArea(self, height):
        l, r = 0, len(height) - 1
        while l < r:
            area = (r - l) * min(height[l], height[r])
            if height[l] < height[r]:
                l += 1
            else:
                r -= 1
        return area
