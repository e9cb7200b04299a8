"""Slow: counts by walking from the head to each place: n * n / 2 steps."""


class Solution:
    def at(self, head, place):
        node = head
        for _ in range(place):
            node = node.next if node else None
        return node

    def removeNthFromEnd(self, head, n):
        length = 0
        while self.at(head, length):
            length += 1
        if n == length:
            return head.next
        before = self.at(head, length - n - 1)
        before.next = before.next.next
        return head
