"""Reference: turns one arrow after another, and keeps the rest of the list before."""


def reverse_list(head):
    prev = None
    while head:
        rest = head.next
        head.next = prev
        prev = head
        head = rest
    return prev
