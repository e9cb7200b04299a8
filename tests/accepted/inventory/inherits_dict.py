class Inventory(dict):
    """The orders that are alive, with what is free beside them."""

    def __init__(self, hold_ms):
        super().__init__()
        self.hold_ms = hold_ms
        self.free = defaultdict(lambda: 0)
        self.ends = deque()

    def _look(self, now):
        while self.ends and now - self.ends[0][0] >= self.hold_ms:
            at, order = self.ends.popleft()
            if order in self and self[order][2] == at:
                sku, n, _ = self.pop(order)
                self.free[sku] += n
        return self

    def restock(self, sku, n):
        self.free[sku] += n

    def reserve(self, order, sku, n, now):
        if order in self._look(now):
            return self[order][:2] == (sku, n)
        if self.free[sku] < n:
            return False
        self.free[sku] -= n
        self[order] = (sku, n, now)
        self.ends.append((now, order))
        return True

    def confirm(self, order, now):
        return self._look(now).pop(order, None) is not None

    def cancel(self, order, now):
        gone = self._look(now).pop(order, None)
        if gone:
            self.free[gone[0]] += gone[1]
        return bool(gone)

    def available(self, sku, now):
        return self._look(now).free[sku]
