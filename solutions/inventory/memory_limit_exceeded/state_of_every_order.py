"""Memory-hungry: right, but remembers for each order there ever was what became of it: over 150 MB."""


class Inventory:
    def __init__(self, hold_ms):
        self.hold_ms, self.free, self.orders, self.ends = hold_ms, defaultdict(int), {}, deque()

    def run_out(self, now):
        while self.ends and self.ends[0][0] <= now:
            end, order = self.ends.popleft()
            sku, n, until, state = self.orders[order]
            if state == "held" and until == end:
                self.orders[order] = (sku, n, until, "lapsed")
                self.free[sku] += n

    def is_held(self, order):
        return order in self.orders and self.orders[order][3] == "held"

    def restock(self, sku, n):
        self.free[sku] += n

    def reserve(self, order, sku, n, now):
        self.run_out(now)
        if self.is_held(order):
            return self.orders[order][:2] == (sku, n)
        if self.free[sku] < n:
            return False
        self.free[sku] -= n
        self.orders[order] = (sku, n, now + self.hold_ms, "held")
        self.ends.append((now + self.hold_ms, order))
        return True

    def confirm(self, order, now):
        self.run_out(now)
        if not self.is_held(order):
            return False
        self.orders[order] = (*self.orders[order][:3], "sold")
        return True

    def cancel(self, order, now):
        self.run_out(now)
        if not self.is_held(order):
            return False
        sku, n, end, _ = self.orders[order]
        self.orders[order] = (sku, n, end, "cancelled")
        self.free[sku] += n
        return True

    def available(self, sku, now):
        self.run_out(now)
        return self.free[sku]
