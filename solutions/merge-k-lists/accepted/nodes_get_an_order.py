"""Accepted: gives ListNode a `__lt__` and puts the nodes themselves into a heap."""

import heapq


class Solution:
    def mergeKLists(self, lists):
        ListNode.__lt__ = lambda self, other: self.val < other.val
        heap = [node for node in lists if node]
        heapq.heapify(heap)
        dummy = ListNode(0)
        tail = dummy
        while heap:
            node = heapq.heappop(heap)
            tail.next = node
            tail = node
            if node.next:
                heapq.heappush(heap, node.next)
        return dummy.next
