"""Wrong: merges the first two lists only: [[1],[2],[3]] gives [1,2]."""


class Solution:
    def mergeKLists(self, lists):
        if not lists:
            return None
        return self.mergeTwo(lists[0], lists[1] if len(lists) > 1 else None)

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
