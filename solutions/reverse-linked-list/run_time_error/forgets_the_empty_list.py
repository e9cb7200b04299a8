"""Crashes: asks for head.next where there may be no head: [] is an AttributeError."""


def reverse_list(head):
    prev = None
    while head.next:
        head.next, prev, head = prev, head, head.next
    head.next = prev
    return head
