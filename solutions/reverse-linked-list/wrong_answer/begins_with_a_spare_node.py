"""Wrong: begins with a spare node, which stays at the end: [1] gives [1,0]."""


def reverse_list(head):
    prev = ListNode(0)
    while head:
        head.next, prev, head = prev, head, head.next
    return prev
