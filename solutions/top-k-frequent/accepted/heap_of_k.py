"""Accepted: a heap that never holds more than k pairs."""
import heapq


class Solution(object):
    def topKFrequent(self, nums, k):
        """
        :type nums: List[int]
        :type k: int
        :rtype: List[int]
        """
        d = {}
        for num in nums:
            d[num] = 1 + d.get(num, 0)
        heap = []
        for num in d:
            heapq.heappush(heap, (d[num], num))
            if len(heap) > k:
                heapq.heappop(heap)
        res = []
        while heap:
            res.append(heapq.heappop(heap)[1])
        return res
