"""Wrong: takes an empty list for the end of all: [[],[0]] gives []."""


class Solution:
    def mergeKLists(self, lists):
        merged = None
        for each in lists:
            if each is None:
                break
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
