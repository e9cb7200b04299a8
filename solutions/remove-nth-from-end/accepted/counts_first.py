"""Accepted: counts the nodes, then walks to the one before."""


class Solution(object):
    def removeNthFromEnd(self, head, n):
        length = 0
        node = head
        while node:
            length += 1
            node = node.next
        if length == n:
            return head.next
        node = head
        for _ in range(length - n - 1):
            node = node.next
        node.next = node.next.next
        return head
