"""Crashes: no dummy, and no thought of the first node: [1], 1 is an AttributeError on None."""


class Solution:
    def removeNthFromEnd(self, head, n):
        slow = fast = head
        for _ in range(n):
            fast = fast.next
        while fast.next:
            fast, slow = fast.next, slow.next
        slow.next = slow.next.next
        return head
