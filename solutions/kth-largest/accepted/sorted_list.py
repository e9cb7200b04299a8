"""Accepted: a SortedList that keeps only the k largest."""


class Solution:
    def findKthLargest(self, nums, k):
        best = SortedList(nums[:k])
        for num in nums[k:]:
            if num > best[0]:
                best.pop(0)
                best.add(num)
        return best[0]
