"""Wrong: returns head, which is None when the loop ends: [1] gives []."""


def reverse_list(head):
    prev = None
    while head:
        head.next, prev, head = prev, head, head.next
    return head
