"""Accepted: recursion that counts on the way back."""


class Solution:
    def removeNthFromEnd(self, head, n):
        def place(node):
            if node is None:
                return 0
            after = place(node.next)
            if after == n:
                node.next = node.next.next
            return after + 1

        return head.next if place(head) == n else head
