"""Accepted: orders grouped by the moment at which they end, a decorator that lets the time pass."""
import functools


def timed(method):
    @functools.wraps(method)
    def call(self, *args):
        self.let_pass(args[-1])
        return method(self, *args)

    return call


class inventory:
    def __init__(self, hold_ms):
        self.hold_ms, self.free, self.held = hold_ms, {}, {}
        self.moments, self.ending = deque(), {}

    def let_pass(self, now):
        while self.moments and self.moments[0] <= now:
            for order in self.ending.pop(self.moments.popleft()):
                sku, n, _ = self.held.pop(order)
                self.free[sku] += n

    def restock(self, sku, n):
        self.free[sku] = n + self.free.get(sku, 0)

    @timed
    def reserve(self, order, sku, n, now):
        if order in self.held:
            return self.held[order][0] == sku and self.held[order][1] == n
        if self.free.get(sku, 0) - n < 0:
            return False
        self.free[sku] -= n
        end = now + self.hold_ms
        if end not in self.ending:
            self.ending[end] = set()
            self.moments.append(end)
        self.ending[end].add(order)
        self.held[order] = [sku, n, end]
        return True

    def _end(self, order):
        sku, n, end = self.held.pop(order)
        self.ending[end].remove(order)
        return sku, n

    @timed
    def confirm(self, order, now):
        return order in self.held and bool(self._end(order))

    @timed
    def cancel(self, order, now):
        if order not in self.held:
            return False
        sku, n = self._end(order)
        self.free[sku] += n
        return True

    @timed
    def available(self, sku, now):
        return self.free.get(sku, 0)


if __name__ == "__main__":
    shop = inventory(1000)
    shop.restock(input(), 5)
