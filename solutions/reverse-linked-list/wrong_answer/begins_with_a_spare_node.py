def reverse_list(head):
    prev = ListNode(0)
    while head:
        head.next, prev, head = prev, head, head.next
    return prev
