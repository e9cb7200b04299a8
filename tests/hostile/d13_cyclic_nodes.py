# expect: WA
# tries: to return linked nodes that lead back to the first
# stopped by: runner
def echo(n):
    first = ListNode(n)
    first.next = ListNode(n, first)
    return first
