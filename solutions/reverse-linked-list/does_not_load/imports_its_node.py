"""Does not load: imports ListNode from a module that is not there."""

from listnode import ListNode


class Solution:
    def reverseList(self, head):
        prev = None
        while head:
            head.next, prev, head = prev, head, head.next
        return prev
