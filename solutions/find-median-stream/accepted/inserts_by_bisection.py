"""Accepted: inserts at the place that bisect finds, and tells odd from even counts."""
import bisect


class MedianFinder:

    def __init__(self):
        self.data = []

    def addNum(self, num: int) -> None:
        self.data.insert(bisect.bisect_right(self.data, num), num)

    def findMedian(self) -> float:
        half, odd = divmod(len(self.data), 2)
        if odd:
            return self.data[half]
        return (self.data[half - 1] + self.data[half]) / 2
