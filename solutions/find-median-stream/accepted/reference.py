"""Reference: two heaps, each number goes through the smaller half.

Time: O(log n) to add, O(1) to ask, Space: O(n).
"""
from heapq import heappop, heappush, heappushpop


class MedianFinder:
    def __init__(self):
        self.small, self.large = [], []

    def add_num(self, num):
        heappush(self.large, -heappushpop(self.small, -num))
        if len(self.large) > len(self.small):
            heappush(self.small, -heappop(self.large))

    def find_median(self):
        if len(self.small) > len(self.large):
            return float(-self.small[0])
        return (self.large[0] - self.small[0]) / 2
