"""Wrong: the stock lives on the class: a second shop begins with what the first has left."""


class Inventory:
    free = defaultdict(int)

    def __init__(self, hold_ms):
        self.hold_ms, self.held, self.ends = hold_ms, {}, deque()

    def run_out(self, now):
        while self.ends and self.ends[0][0] <= now:
            end, order = self.ends.popleft()
            if order in self.held and self.held[order][2] == end:
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
        self.ends.append((now + self.hold_ms, order))
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
