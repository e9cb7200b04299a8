"""Wrong: list.remove takes the first node of that value: [5,7,5], 1 gives [7,5]."""


def remove_nth_from_end(head, n):
    values = []
    while head:
        values.append(head.val)
        head = head.next
    values.remove(values[-n])
    dummy = tail = ListNode()
    for value in values:
        tail.next = tail = ListNode(value)
    return dummy.next
