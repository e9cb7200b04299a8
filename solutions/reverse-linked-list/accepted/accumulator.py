"""Accepted: hands what is reversed already down, in a second parameter with a default."""


class Solution:
    def reverseList(self, head, prev=None):
        if head is None:
            return prev
        rest, head.next = head.next, prev
        return self.reverseList(rest, head)
