"""Reference: one pointer runs n nodes ahead of another that begins at a dummy."""


def remove_nth_from_end(head, n):
    dummy = behind = ahead = ListNode(0, head)
    for _ in range(n):
        ahead = ahead.next
    while ahead.next:
        ahead, behind = ahead.next, behind.next
    behind.next = behind.next.next
    return dummy.next
