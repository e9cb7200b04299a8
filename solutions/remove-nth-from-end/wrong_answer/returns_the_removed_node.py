"""Wrong: returns the node that was taken out: [1,2], 1 gives [2]."""


def remove_nth_from_end(head, n):
    dummy = behind = ahead = ListNode(0, head)
    for _ in range(n):
        ahead = ahead.next
    while ahead.next:
        ahead, behind = ahead.next, behind.next
    gone = behind.next
    behind.next = gone.next
    return gone
