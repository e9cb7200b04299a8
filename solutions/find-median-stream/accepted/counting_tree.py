"""Accepted: a Fenwick tree of counts over all values; the k-th smallest by going down its bits."""


class MedianFinder:
    SHIFT, BITS = 100_001, 18

    def __init__(self):
        self.tree = [0] * (1 << self.BITS)
        self.count = 0

    def addNum(self, num: int) -> None:
        self.count += 1
        i = num + self.SHIFT
        while i < len(self.tree):
            self.tree[i] += 1
            i += i & -i

    def kth(self, k):
        at, step = 0, 1 << (self.BITS - 1)
        while step:
            if self.tree[at + step] < k:
                at += step
                k -= self.tree[at]
            step //= 2
        return at + 1 - self.SHIFT

    def findMedian(self) -> float:
        return (self.kth((self.count + 1) // 2) + self.kth(self.count // 2 + 1)) * 0.5
