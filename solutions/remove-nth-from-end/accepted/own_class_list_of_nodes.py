"""Accepted: brings a ListNode of its own, deletes from a Python list of nodes, and links them anew."""


class ListNode:
    def __init__(self, val=0, next=None):
        self.val = val
        self.next = next


def removeNthFromEnd(head, n):
    nodes = []
    while head:
        nodes.append(head)
        head = head.next
    del nodes[-n]
    nodes.append(None)
    for one, other in zip(nodes, nodes[1:]):
        one.next = other
    return nodes[0]
