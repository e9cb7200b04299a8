"""Crashes: asks an empty list for its first value: [[]] is an AttributeError on None."""

import heapq


def merge_k_lists(lists):
    heap = [(node.val, i, node) for i, node in enumerate(lists)]
    heapq.heapify(heap)
    dummy = tail = ListNode()
    while heap:
        _, i, node = heapq.heappop(heap)
        tail.next = tail = node
        if node.next:
            heapq.heappush(heap, (node.next.val, i, node.next))
    return dummy.next
