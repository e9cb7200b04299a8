"""Accepted: halves the lists and merges the halves, both by recursion."""


class Solution(object):
    def mergeKLists(self, lists):
        if not lists:
            return None
        if len(lists) == 1:
            return lists[0]
        middle = len(lists) // 2
        return self.merge(self.mergeKLists(lists[:middle]), self.mergeKLists(lists[middle:]))

    def merge(self, a, b):
        if not a or not b:
            return a or b
        if a.val > b.val:
            a, b = b, a
        a.next = self.merge(a.next, b)
        return a
