"""Wrong: runs n - 1 nodes ahead, so the next one goes: [1,2], 2 gives [1]."""


def remove_nth_from_end(head, n):
    dummy = behind = ahead = ListNode(0, head)
    for _ in range(n - 1):
        ahead = ahead.next
    while ahead and ahead.next:
        ahead, behind = ahead.next, behind.next
    if behind.next:
        behind.next = behind.next.next
    return dummy.next
