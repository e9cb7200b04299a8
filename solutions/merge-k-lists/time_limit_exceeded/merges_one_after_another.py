"""Slow: merges one list after another into one that grows: n * k steps."""


class Solution:
    def mergeKLists(self, lists):
        merged = None
        for each in lists:
            merged = self.mergeTwo(merged, each)
        return merged

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
