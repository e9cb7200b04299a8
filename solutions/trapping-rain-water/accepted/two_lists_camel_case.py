"""Accepted: two lists of maxima, pasted from LeetCode, with typing and a print left in."""
from typing import List


class Solution:
    def trap(self, height: List[int]) -> int:
        n = len(height)
        maxLeft, maxRight = [0] * n, [0] * n
        cur = 0
        for i in range(n):
            cur = max(cur, height[i])
            maxLeft[i] = cur
        cur = 0
        for i in range(n)[::-1]:
            cur = max(cur, height[i])
            maxRight[i] = cur
        res = 0
        for i in range(n):
            res += min(maxLeft[i], maxRight[i]) - height[i]
        print(maxLeft[:5], maxRight[:5])
        return res
