"""Memory-hungry: sets room for a billion nodes aside, as where an array cannot grow: 8 GB."""

MAXN = 10**9


class Solution:
    def reverseList(self, head: Optional[ListNode]) -> Optional[ListNode]:
        stack, top = [None] * MAXN, 0
        while head:
            stack[top] = head
            top += 1
            head = head.next
        dummy = tail = ListNode()
        while top:
            top -= 1
            tail.next = stack[top]
            tail = tail.next
        tail.next = None
        return dummy.next
