"""Wrong: a merge ends when one of its lists does: [[1],[2]] gives [1]."""


class Solution:
    def mergeKLists(self, lists):
        merged = None
        for each in lists:
            merged = self.mergeTwo(merged, each) if merged else each
        return merged

    def mergeTwo(self, a, b):
        dummy = tail = ListNode()
        while a and b:
            if a.val < b.val:
                tail.next, a = a, a.next
            else:
                tail.next, b = b, b.next
            tail = tail.next
        tail.next = None
        return dummy.next
