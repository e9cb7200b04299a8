"""Slow: looks at the first nodes of all lists for each node of the answer: n * k steps."""


def merge_k_lists(lists):
    lists = [node for node in lists if node]
    dummy = tail = ListNode()
    while lists:
        least = 0
        for i in range(len(lists)):
            if lists[i].val < lists[least].val:
                least = i
        tail.next = tail = lists[least]
        if tail.next:
            lists[least] = tail.next
        else:
            lists[least] = lists[-1]
            lists.pop()
    return dummy.next
