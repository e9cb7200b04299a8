ListNode.__lt__ = lambda self, other: self.val < other.val
class Solution:
    def mergeKLists(self, lists):
        from heapq import heapify, heappop, heapreplace
        h = [n for n in lists if n]
        heapify(h)
        d = t = ListNode(0)
        while h:
            t.next = t = h[0]
            if t.next: heapreplace(h, t.next)
            else: heappop(h)
        return d.next
