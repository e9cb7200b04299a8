"""Accepted: a sorted list kept by insort, and both middles read."""
from bisect import insort


class MedianFinder(object):
    def __init__(self):
        self.nums = []

    def addNum(self, num):
        """
        :type num: int
        :rtype: None
        """
        insort(self.nums, num)

    def findMedian(self):
        """
        :rtype: float
        """
        n = len(self.nums)
        return (self.nums[n // 2] + self.nums[(n - 1) // 2]) / 2
