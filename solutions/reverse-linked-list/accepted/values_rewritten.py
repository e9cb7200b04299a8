"""Accepted: leaves the nodes where they are and writes the values into them backwards."""


class Solution:
    def reverseList(self, head):
        values = []
        node = head
        while node:
            values.append(node.val)
            node = node.next
        node = head
        while node:
            node.val = values.pop()
            node = node.next
        return head
