class inventory:
    def __init__(self, hold_ms):
        self.hold_ms = hold_ms
        self.free = Counter()
        self.order_of, self.line = {}, deque()

    def _lapsed(self, now):
        while self.line and self.line[0][2] <= now:
            entry = self.line.popleft()
            if entry[3]:
                yield entry

    def _update(self, now):
        for entry in self._lapsed(now):
            entry[3] = False
            self.free[entry[0]] += entry[1]
            del self.order_of[entry[4]]

    def restock(self, sku, n):
        self.free[sku] += n

    def reserve(self, order, sku, n, now):
        self._update(now)
        if order in self.order_of:
            entry = self.order_of[order]
            return entry[0] == sku and entry[1] == n
        if self.free[sku] < n:
            return False
        self.free[sku] -= n
        entry = [sku, n, now + self.hold_ms, True, order]
        self.order_of[order] = entry
        self.line.append(entry)
        return True

    def confirm(self, order, now):
        self._update(now)
        entry = self.order_of.pop(order, None)
        if entry is None:
            return False
        entry[3] = False
        return True

    def cancel(self, order, now):
        self._update(now)
        entry = self.order_of.pop(order, None)
        if entry is None:
            return False
        entry[3] = False
        self.free[entry[0]] += entry[1]
        return True

    def available(self, sku, now):
        self._update(now)
        return self.free[sku]
