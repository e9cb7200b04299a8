def reverse_list(head):
    values = []
    node = head
    while node:
        values.append(node.val)
        node = node.next
    values.sort(reverse=True)
    node = head
    for value in values:
        node.val = value
        node = node.next
    return head
