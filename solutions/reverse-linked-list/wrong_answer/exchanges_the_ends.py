def reverse_list(head):
    if head is None:
        return None
    last = head
    while last.next:
        last = last.next
    head.val, last.val = last.val, head.val
    return head
