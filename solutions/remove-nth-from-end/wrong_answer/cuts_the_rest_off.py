"""Wrong: cuts off what follows, too: [1,2], 2 gives []."""


def remove_nth_from_end(head, n):
    dummy = behind = ahead = ListNode(0, head)
    for _ in range(n):
        ahead = ahead.next
    while ahead.next:
        ahead, behind = ahead.next, behind.next
    behind.next = None
    return dummy.next
