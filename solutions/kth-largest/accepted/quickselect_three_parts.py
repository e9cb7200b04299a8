"""Accepted: recursive quickselect with a random pivot and three lists."""


class Solution(object):
    def findKthLargest(self, nums, k):
        """
        :type nums: List[int]
        :type k: int
        :rtype: int
        """
        pivot = random.choice(nums)
        larger = [x for x in nums if x > pivot]
        equal = [x for x in nums if x == pivot]
        smaller = [x for x in nums if x < pivot]
        if k <= len(larger):
            return self.findKthLargest(larger, k)
        if k <= len(larger) + len(equal):
            return pivot
        return self.findKthLargest(smaller, k - len(larger) - len(equal))
