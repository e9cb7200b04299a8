"""Wrong: never ends the list, so the first two nodes point at each other: [1,2] gives a cycle."""


class Solution:
    def reverseList(self, head):
        if not head or not head.next:
            return head
        first = self.reverseList(head.next)
        head.next.next = head
        return first
