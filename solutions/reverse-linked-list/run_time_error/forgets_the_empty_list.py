def reverse_list(head):
    prev = None
    while head.next:
        head.next, prev, head = prev, head, head.next
    head.next = prev
    return head
