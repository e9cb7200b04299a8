"""Wrong: forgets to return the list: [1] gives []."""


class Solution:
    def reverseList(self, head):
        prev = None
        while head:
            head.next, prev, head = prev, head, head.next
