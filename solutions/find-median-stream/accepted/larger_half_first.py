"""Accepted: the larger half has one more, with a flag for odd counts; prints the number added."""
from heapq import *


class MedianFinder:
    def __init__(self):
        self.heaps = [], []
        self.odd = False

    def addNum(self, num: int) -> None:
        small, large = self.heaps
        print(num)
        if self.odd:
            heappush(small, -heappushpop(large, num))
        else:
            heappush(large, -heappushpop(small, -num))
        self.odd = not self.odd

    def findMedian(self) -> float:
        small, large = self.heaps
        return large[0] if self.odd else (large[0] - small[0]) / 2.0
