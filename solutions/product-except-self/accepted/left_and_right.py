"""Accepted: two lists, of left and of right products, pasted from LeetCode with a print left in."""
from typing import List


class Solution:
    def productExceptSelf(self, nums: List[int]) -> List[int]:
        n = len(nums)
        left, right, ans = [1] * n, [1] * n, []
        for i in range(1, n):
            left[i] = left[i - 1] * nums[i - 1]
        for i in range(n - 2, -1, -1):
            right[i] = right[i + 1] * nums[i + 1]
        for i in range(n):
            ans.append(left[i] * right[i])
        print(left[:10], right[:10])
        return ans
