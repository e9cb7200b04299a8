class Node:
    def __init__(self, order=None, sku=None, n=0, end=0):
        self.order, self.sku, self.n, self.end = order, sku, n, end
        self.prev = self.next = self


class Inventory:
    def __init__(self, hold_ms: int):
        self.hold_ms = hold_ms
        self.ring = Node()
        self.nodes = {}
        self.free = {}

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev
        del self.nodes[node.order]

    def _expire(self, now):
        while self.ring.next is not self.ring and self.ring.next.end <= now:
            node = self.ring.next
            self._unlink(node)
            self.free[node.sku] += node.n

    def restock(self, sku: str, n: int) -> None:
        self.free[sku] = self.free.get(sku, 0) + n

    def reserve(self, order: str, sku: str, n: int, now: int) -> bool:
        self._expire(now)
        node = self.nodes.get(order)
        if node:
            return node.sku == sku and node.n == n
        if self.free.get(sku, 0) < n:
            return False
        self.free[sku] -= n
        node = self.nodes[order] = Node(order, sku, n, now + self.hold_ms)
        last = self.ring.prev
        last.next, node.prev, node.next, self.ring.prev = node, last, self.ring, node
        return True

    def confirm(self, order: str, now: int) -> bool:
        self._expire(now)
        if order not in self.nodes:
            return False
        self._unlink(self.nodes[order])
        return True

    def cancel(self, order: str, now: int) -> bool:
        self._expire(now)
        if order not in self.nodes:
            return False
        node = self.nodes[order]
        self._unlink(node)
        self.free[node.sku] += node.n
        return True

    def available(self, sku: str, now: int) -> int:
        self._expire(now)
        return self.free.get(sku, 0)
