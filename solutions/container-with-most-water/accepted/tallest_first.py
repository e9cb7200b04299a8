"""Accepted: from the tallest line down, with the leftmost and the rightmost place so far."""


class Solution(object):
    def maxArea(self, height):
        """
        :type height: List[int]
        :rtype: int
        """
        order = sorted(range(len(height)), key=lambda i: height[i], reverse=True)
        low = high = order[0]
        best = 0
        for i in order:
            best = max(best, height[i] * max(high - i, i - low))
            low = min(low, i)
            high = max(high, i)
        return best
