"""Slow: reservations in a list, which is searched for the order at each call."""


class Inventory:
    def __init__(self, hold_ms):
        self.hold_ms, self.free, self.held = hold_ms, defaultdict(int), []

    def run_out(self, now):
        count = 0
        while count < len(self.held) and self.held[count][3] <= now:
            _, sku, n, _ = self.held[count]
            self.free[sku] += n
            count += 1
        del self.held[:count]

    def place(self, order):
        return next((i for i, hold in enumerate(self.held) if hold[0] == order), None)

    def restock(self, sku, n):
        self.free[sku] += n

    def reserve(self, order, sku, n, now):
        self.run_out(now)
        place = self.place(order)
        if place is not None:
            return self.held[place][1:3] == (sku, n)
        if self.free[sku] < n:
            return False
        self.free[sku] -= n
        self.held.append((order, sku, n, now + self.hold_ms))
        return True

    def confirm(self, order, now):
        self.run_out(now)
        place = self.place(order)
        if place is None:
            return False
        del self.held[place]
        return True

    def cancel(self, order, now):
        self.run_out(now)
        place = self.place(order)
        if place is None:
            return False
        _, sku, n, _ = self.held.pop(place)
        self.free[sku] += n
        return True

    def available(self, sku, now):
        self.run_out(now)
        return self.free[sku]
