"""Accepted: one pass, in which a deque keeps the last n + 1 nodes."""

from collections import deque


def remove_nth_from_end(head, n):
    node = dummy = ListNode(next=head)
    last = deque(maxlen=n + 1)
    while node:
        last.append(node)
        node = node.next
    before = last[0]
    before.next = before.next.next
    return dummy.next
