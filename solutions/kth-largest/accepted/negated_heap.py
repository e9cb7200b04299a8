"""Accepted: a heap of negated numbers, popped k times, as a bare method."""
from heapq import heapify, heappop


def findKthLargest(self, nums, k):
    heap = [-x for x in nums]
    heapify(heap)
    for _ in range(k - 1):
        heappop(heap)
    return -heappop(heap)
