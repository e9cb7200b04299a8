"""Slow: looks at the end of every live reservation at each call."""


class Inventory:
    def __init__(self, hold_ms):
        self.hold_ms, self.free, self.held = hold_ms, defaultdict(int), {}

    def run_out(self, now):
        for order in [order for order, hold in self.held.items() if hold[2] <= now]:
            self.give_back(order)

    def give_back(self, order):
        sku, n, _ = self.held.pop(order)
        self.free[sku] += n

    def restock(self, sku, n):
        self.free[sku] += n

    def reserve(self, order, sku, n, now):
        self.run_out(now)
        if order in self.held:
            return self.held[order][:2] == (sku, n)
        if self.free[sku] < n:
            return False
        self.free[sku] -= n
        self.held[order] = (sku, n, now + self.hold_ms)
        return True

    def confirm(self, order, now):
        self.run_out(now)
        return self.held.pop(order, None) is not None

    def cancel(self, order, now):
        self.run_out(now)
        if order not in self.held:
            return False
        self.give_back(order)
        return True

    def available(self, sku, now):
        self.run_out(now)
        return self.free[sku]
