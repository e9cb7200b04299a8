def reverse_list(head):
    values = []
    while head:
        values.append(head.val)
        head = head.next
    return values[::-1]
