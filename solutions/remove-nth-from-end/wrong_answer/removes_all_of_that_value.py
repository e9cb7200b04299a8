"""Wrong: removes all nodes of that value: [0,0], 1 gives []."""


def remove_nth_from_end(head, n):
    values = []
    while head:
        values.append(head.val)
        head = head.next
    gone = values[-n]
    dummy = tail = ListNode()
    for value in values:
        if value != gone:
            tail.next = ListNode(value)
            tail = tail.next
    return dummy.next
