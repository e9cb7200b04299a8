"""Wrong: returns a Python list of the values, not a node."""


def merge_k_lists(lists):
    values = []
    for node in lists:
        while node:
            values.append(node.val)
            node = node.next
    dummy = tail = ListNode()
    for value in sorted(values):
        tail.next = ListNode(value)
        tail = tail.next
    return sorted(values)
