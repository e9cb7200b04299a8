"""Crashes: the right end begins behind the last line: [1,1] is an IndexError."""


class Solution:
    def maxArea(self, height: List[int]) -> int:
        l, r, res = 0, len(height), 0
        while l < r:
            res = max(res, (r - l) * min(height[l], height[r]))
            if height[l] < height[r]:
                l += 1
            else:
                r -= 1
        return res
