"""Slow: adds up all holds of the SKU whenever it needs what is free."""


class Inventory:
    def __init__(self, hold_ms):
        self.hold_ms, self.stock, self.held = hold_ms, defaultdict(int), OrderedDict()

    def run_out(self, now):
        while self.held and next(iter(self.held.values()))[2] <= now:
            self.held.popitem(last=False)

    def restock(self, sku, n):
        self.stock[sku] += n

    def available(self, sku, now):
        self.run_out(now)
        return self.stock[sku] - sum(n for name, n, _ in self.held.values() if name == sku)

    def reserve(self, order, sku, n, now):
        free = self.available(sku, now)
        if order in self.held:
            return self.held[order][:2] == (sku, n)
        if free < n:
            return False
        self.held[order] = (sku, n, now + self.hold_ms)
        return True

    def confirm(self, order, now):
        self.run_out(now)
        if order not in self.held:
            return False
        sku, n, _ = self.held.pop(order)
        self.stock[sku] -= n
        return True

    def cancel(self, order, now):
        self.run_out(now)
        return self.held.pop(order, None) is not None
