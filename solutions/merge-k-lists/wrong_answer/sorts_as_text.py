"""Wrong: sorts the numbers as texts: [[9],[10]] gives [10,9]."""


def merge_k_lists(lists):
    values = []
    for node in lists:
        while node:
            values.append(node.val)
            node = node.next
    dummy = tail = ListNode()
    for value in sorted(values, key=str):
        tail.next = ListNode(value)
        tail = tail.next
    return dummy.next
