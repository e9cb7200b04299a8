"""Wrong: returns None for a single node too: [1] gives []."""


class Solution:
    def reverseList(self, head):
        if not head or not head.next:
            return None
        prev = None
        while head:
            head.next, prev, head = prev, head, head.next
        return prev
