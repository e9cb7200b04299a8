"""Wrong: the best area is kept in the class: right alone, too large on a later call."""


class Solution:
    best = 0

    def maxArea(self, height):
        l, r = 0, len(height) - 1
        while l < r:
            Solution.best = max(Solution.best, (r - l) * min(height[l], height[r]))
            if height[l] < height[r]:
                l += 1
            else:
                r -= 1
        return Solution.best
