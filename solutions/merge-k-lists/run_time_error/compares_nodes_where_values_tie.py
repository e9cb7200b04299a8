"""Crashes: a heap compares nodes where values tie: [[1],[1]] is a TypeError."""

import heapq


class Solution:
    def mergeKLists(self, lists):
        heap = []
        for node in lists:
            if node:
                heapq.heappush(heap, (node.val, node))
        dummy = tail = ListNode(0)
        while heap:
            _, node = heapq.heappop(heap)
            tail.next = node
            tail = node
            if node.next:
                heapq.heappush(heap, (node.next.val, node.next))
        return dummy.next
