"""Accepted: heapq.merge of one generator for each list."""

import heapq


class Solution:
    def mergeKLists(self, lists):
        dummy = tail = ListNode()
        for value in heapq.merge(*map(self.values, lists)):
            tail.next = ListNode(value)
            tail = tail.next
        return dummy.next

    def values(self, node):
        while node:
            yield node.val
            node = node.next
