class Solution:
    def reverseList(self, head):
        if not head or not head.next:
            return head
        first = self.reverseList(head.next)
        head.next.next = head
        return first
