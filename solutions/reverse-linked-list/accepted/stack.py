"""Accepted: puts all nodes on a stack, and hangs them behind a dummy as they come off."""


def reverseList(head):
    stack = []
    while head:
        stack.append(head)
        head = head.next
    dummy = tail = ListNode()
    while stack:
        tail.next = stack.pop()
        tail = tail.next
    tail.next = None
    return dummy.next
