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
