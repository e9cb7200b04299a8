"""Wrong: zip drops the last of an odd number of lists: [[1],[2],[3]] gives [1,2]."""


class Solution:
    def mergeKLists(self, lists):
        if not lists:
            return None
        while len(lists) > 1:
            lists = [self.mergeTwo(a, b) for a, b in zip(lists[::2], lists[1::2])]
        return lists[0]

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
