from functools import reduce
def reverseList(head):
    def nodes(n):
        while n:
            yield n.val
            n = n.next
    return reduce(lambda acc, v: ListNode(v, acc), nodes(head), None)
