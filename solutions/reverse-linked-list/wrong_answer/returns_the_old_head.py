"""Wrong: returns the node that was the first, and is the last now: [1,2] gives [1]."""


def reverse_list(head):
    prev, node = None, head
    while node:
        node.next, prev, node = prev, node, node.next
    return head
