"""Slow: walks to the end of what is reversed for each node: n * n / 2 steps."""


class Solution:
    def reverseList(self, head):
        if not head or not head.next:
            return head
        first = self.reverseList(head.next)
        last = first
        while last.next:
            last = last.next
        last.next = head
        head.next = None
        return first
