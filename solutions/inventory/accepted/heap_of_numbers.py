"""Accepted: a heap of ends with a running number that tells an old reservation from a new one."""


class Inventory:
    def __init__(self, hold_ms):
        self.hold_ms, self.number = hold_ms, 0
        self.stock, self.held = Counter(), Counter()
        self.live, self.heap = {}, []

    def _tick(self, now):
        while self.heap and self.heap[0][0] <= now:
            _, number, order = heappop(self.heap)
            if order in self.live and self.live[order][0] == number:
                _, sku, n = self.live.pop(order)
                self.held[sku] -= n

    def restock(self, sku, n):
        self.stock[sku] += n

    def available(self, sku, now):
        self._tick(now)
        return self.stock[sku] - self.held[sku]

    def reserve(self, order, sku, n, now):
        free = self.available(sku, now)
        if order in self.live:
            return self.live[order][1:] == (sku, n)
        if n > free:
            return False
        self.number += 1
        self.live[order] = (self.number, sku, n)
        self.held[sku] += n
        heappush(self.heap, (now + self.hold_ms, self.number, order))
        return True

    def confirm(self, order, now):
        self._tick(now)
        if order not in self.live:
            return False
        _, sku, n = self.live.pop(order)
        self.held[sku] -= n
        self.stock[sku] -= n
        return True

    def cancel(self, order, now):
        self._tick(now)
        if order not in self.live:
            return False
        _, sku, n = self.live.pop(order)
        self.held[sku] -= n
        return True
