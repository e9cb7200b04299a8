"""Wrong: gives a single node back: [1], 1 gives [1]."""


class Solution:
    def removeNthFromEnd(self, head, n):
        if head.next is None:
            return head
        slow = fast = head
        for _ in range(n):
            fast = fast.next
        if fast is None:
            return head.next
        while fast.next:
            fast, slow = fast.next, slow.next
        slow.next = slow.next.next
        return head
