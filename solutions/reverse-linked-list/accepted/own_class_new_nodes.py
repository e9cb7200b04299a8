"""Accepted: brings a ListNode of its own and makes new nodes."""


class ListNode(object):
    def __init__(self, x):
        self.val = x
        self.next = None


class Solution(object):
    def reverseList(self, head):
        result = None
        while head is not None:
            node = ListNode(head.val)
            node.next = result
            result = node
            head = head.next
        return result
