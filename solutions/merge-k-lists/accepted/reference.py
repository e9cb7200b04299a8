"""Reference: a heap of the first nodes, with the list's number between value and node."""

from heapq import heapify, heappop, heapreplace


def merge_k_lists(lists):
    heap = [(node.val, i, node) for i, node in enumerate(lists) if node]
    heapify(heap)
    dummy = tail = ListNode()
    while heap:
        _, i, node = heap[0]
        tail.next = tail = node
        if node.next:
            heapreplace(heap, (node.next.val, i, node.next))
        else:
            heappop(heap)
    return dummy.next
