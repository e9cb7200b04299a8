"""Wrong: exchanges the first and the last value and none between: [1,2,3,4] gives [4,2,3,1]."""


def reverse_list(head):
    if head is None:
        return None
    last = head
    while last.next:
        last = last.next
    head.val, last.val = last.val, head.val
    return head
