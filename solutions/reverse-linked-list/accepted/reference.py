def reverse_list(head):
    prev = None
    while head:
        rest = head.next
        head.next = prev
        prev = head
        head = rest
    return prev
