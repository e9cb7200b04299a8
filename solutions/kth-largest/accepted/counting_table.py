"""Accepted: a counting table shifted by the smallest value, with prints left in."""


class Solution:
    def findKthLargest(self, nums: List[int], k: int) -> int:
        lowest, highest = min(nums), max(nums)
        print("range", lowest, highest)
        count = [0] * (highest - lowest + 1)
        for num in nums:
            count[num - lowest] += 1
        for offset in range(len(count) - 1, -1, -1):
            k -= count[offset]
            if k <= 0:
                return lowest + offset
        return -1
