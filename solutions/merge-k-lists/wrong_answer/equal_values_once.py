"""Wrong: a set keeps equal values once: [[1],[1]] gives [1]."""


def merge_k_lists(lists):
    values = []
    for node in lists:
        while node:
            values.append(node.val)
            node = node.next
    dummy = tail = ListNode()
    for value in sorted(set(values)):
        tail.next = ListNode(value)
        tail = tail.next
    return dummy.next
