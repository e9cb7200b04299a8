"""Crashes: takes the first list where there is none: [] is an IndexError."""


class Solution:
    def mergeKLists(self, lists):
        first = lists[0]
        for each in lists[1:]:
            first = self.mergeTwo(first, each)
        return first

    def mergeTwo(self, a, b):
        dummy = tail = ListNode()
        while a and b:
            if a.val < b.val:
                tail.next, a = a, a.next
            else:
                tail.next, b = b, b.next
            tail = tail.next
        tail.next = a or b
        return dummy.next
