class Inventory:
    def __init__(self, hold_ms):
        self.t = hold_ms
        self.free = {}
        self.res = {}
        self.q = deque()

    def clean(self, now):
        while self.q and self.q[0][1] + self.t <= now:
            order, at = self.q.popleft()
            if order in self.res and self.res[order]["at"] == at:
                r = self.res.pop(order)
                self.free[r["sku"]] += r["n"]

    def restock(self, sku, n):
        if sku in self.free:
            self.free[sku] += n
        else:
            self.free[sku] = n

    def reserve(self, order, sku, n, now):
        self.clean(now)
        if order in self.res:
            r = self.res[order]
            if r["sku"] == sku and r["n"] == n:
                return True
            else:
                return False
        if sku not in self.free or self.free[sku] < n:
            return False
        self.free[sku] -= n
        self.res[order] = {"sku": sku, "n": n, "at": now}
        self.q.append((order, now))
        return True

    def confirm(self, order, now):
        self.clean(now)
        if order in self.res:
            del self.res[order]
            return True
        return False

    def cancel(self, order, now):
        self.clean(now)
        if order in self.res:
            r = self.res.pop(order)
            self.free[r["sku"]] += r["n"]
            return True
        return False

    def available(self, sku, now):
        self.clean(now)
        return self.free.get(sku, 0)
