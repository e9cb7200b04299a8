"""Wrong: sorts falling: [[1],[2]] gives [2,1]."""


def merge_k_lists(lists):
    values = []
    for node in lists:
        while node:
            values.append(node.val)
            node = node.next
    dummy = tail = ListNode()
    for value in sorted(values, reverse=True):
        tail.next = ListNode(value)
        tail = tail.next
    return dummy.next
