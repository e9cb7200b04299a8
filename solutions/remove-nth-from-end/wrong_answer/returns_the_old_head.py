"""Wrong: returns head, even if it is the node that goes: [1], 1 gives [1]."""


def remove_nth_from_end(head, n):
    dummy = behind = ahead = ListNode(0, head)
    for _ in range(n):
        ahead = ahead.next
    while ahead.next:
        ahead, behind = ahead.next, behind.next
    behind.next = behind.next.next
    return head
