"""Slow: walks from each bar to both ends."""


class Solution:
    def trap(self, height):
        ans = 0
        for i in range(len(height)):
            left = right = 0
            for j in range(i, -1, -1):
                if height[j] > left:
                    left = height[j]
            for j in range(i, len(height)):
                if height[j] > right:
                    right = height[j]
            ans += min(left, right) - height[i]
        return ans
