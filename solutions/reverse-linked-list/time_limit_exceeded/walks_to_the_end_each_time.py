"""Slow: looks for the last node of the rest, again and again: n * n / 2 steps."""


def reverse_list(head):
    dummy = tail = ListNode()
    while head:
        before, last = None, head
        while last.next:
            before, last = last, last.next
        tail.next = last
        tail = last
        if before is None:
            break
        before.next = None
    return dummy.next
