"""Slow: counts at each node how many are left: n * n / 2 steps when the last one goes."""


def remove_nth_from_end(head, n):
    def rest(node):
        count = 0
        while node:
            count += 1
            node = node.next
        return count

    dummy = before = ListNode(0, head)
    while rest(before.next) != n:
        before = before.next
    before.next = before.next.next
    return dummy.next
