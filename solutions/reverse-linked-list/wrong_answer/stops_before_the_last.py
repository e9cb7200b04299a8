"""Wrong: the loop stops before the last node: [1] gives []."""


def reverse_list(head):
    prev = None
    while head and head.next:
        head.next, prev, head = prev, head, head.next
    return prev
