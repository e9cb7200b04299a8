"""Wrong: gives up if any list is empty: [[0],[]] gives []."""


class Solution:
    def mergeKLists(self, lists):
        if not all(lists):
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
