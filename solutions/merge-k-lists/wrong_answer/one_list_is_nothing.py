"""Wrong: returns None if there is one list only: [[1]] gives []."""


class Solution:
    def mergeKLists(self, lists):
        if len(lists) < 2:
            return None
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
