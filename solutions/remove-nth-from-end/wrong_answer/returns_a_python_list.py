"""Wrong: returns a Python list of the values, not a node."""


def remove_nth_from_end(head, n):
    values = []
    while head:
        values.append(head.val)
        head = head.next
    del values[-n]
    return values
