"""Accepted: heapq.nlargest over the keys, as a bare method."""


def topKFrequent(self, nums, k):
    count = Counter(nums)
    return heapq.nlargest(k, count.keys(), key=count.get)
