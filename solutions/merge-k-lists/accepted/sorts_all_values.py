"""Accepted: brings a ListNode of its own, sorts all values and makes new nodes."""


class ListNode:
    def __init__(self, val=0, next=None):
        self.val = val
        self.next = next


def mergeKLists(lists):
    values = []
    for node in lists:
        while node:
            values.append(node.val)
            node = node.next
    dummy = tail = ListNode()
    for value in sorted(values):
        tail.next = ListNode(value)
        tail = tail.next
    return dummy.next
