"""Slow: the module statistics sorts all numbers for each answer."""
from statistics import median


class MedianFinder:
    def __init__(self):
        self.nums = []

    def addNum(self, num: int) -> None:
        self.nums.append(num)

    def findMedian(self) -> float:
        return float(median(self.nums))
