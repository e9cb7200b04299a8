"""Wrong: sorts falling, which is right for rising lists only: [1,2,1] gives [2,1,1]."""


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
