"""Wrong: returns a Python list of the values, not a node."""


def reverse_list(head):
    values = []
    while head:
        values.append(head.val)
        head = head.next
    return values[::-1]
