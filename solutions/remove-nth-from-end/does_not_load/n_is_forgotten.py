"""Does not load: the method takes the list and no n."""


class Solution:
    def removeNthFromEnd(self, head):
        slow, fast = head, head.next
        while fast and fast.next:
            slow, fast = slow.next, fast.next
        slow.next = None
        return head
