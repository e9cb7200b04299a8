"""Wrong: counts from the front: [1,2], 1 gives [2]."""


def remove_nth_from_end(head, n):
    dummy = before = ListNode(0, head)
    for _ in range(n - 1):
        before = before.next
    before.next = before.next.next
    return dummy.next
