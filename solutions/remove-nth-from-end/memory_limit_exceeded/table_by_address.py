"""Memory-hungry: a list with a place for every address up to a node's, where a dictionary was meant."""


class Solution:
    def removeNthFromEnd(self, head: Optional[ListNode], n: int) -> Optional[ListNode]:
        nodes, node = [], head
        while node:
            nodes.append(node)
            node = node.next
        place = [None] * (max(map(id, nodes)) + 1)
        for i, node in enumerate(nodes):
            place[id(node)] = len(nodes) - i
        if place[id(head)] == n:
            return head.next
        node = head
        while place[id(node.next)] != n:
            node = node.next
        node.next = node.next.next
        return head
