def reverse_list(head):
    prev, node = None, head
    while node:
        node.next, prev, node = prev, node, node.next
    return head
