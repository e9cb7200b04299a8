class Stock:
    def __init__(self):
        self.free = 0

    def take(self, n):
        if n > self.free:
            return False
        self.free -= n
        return True

    def put(self, n):
        self.free += n


class Reservations:
    def __init__(self, hold_ms):
        self.hold_ms, self.by_order, self.ends = hold_ms, {}, deque()

    def expired(self, now):
        while self.ends and self.ends[0][0] <= now:
            _, key = self.ends.popleft()
            found = self.by_order.get(key[0])
            if found and found[0] is key:
                yield self.by_order.pop(key[0])

    def add(self, order, stock, sku, n, now):
        key = [order]
        self.by_order[order] = (key, stock, sku, n)
        self.ends.append((now + self.hold_ms, key))

    def remove(self, order):
        return self.by_order.pop(order, None)


class Inventory:
    def __init__(self, hold_ms):
        self.stocks = defaultdict(Stock)
        self.reservations = Reservations(hold_ms)

    def _sync(self, now):
        for _, stock, _, n in self.reservations.expired(now):
            stock.put(n)

    def restock(self, sku, n):
        self.stocks[sku].put(n)

    def reserve(self, order, sku, n, now):
        self._sync(now)
        if order in self.reservations.by_order:
            return self.reservations.by_order[order][2:] == (sku, n)
        if not self.stocks[sku].take(n):
            return False
        self.reservations.add(order, self.stocks[sku], sku, n, now)
        return True

    def confirm(self, order, now):
        self._sync(now)
        return self.reservations.remove(order) is not None

    def cancel(self, order, now):
        self._sync(now)
        found = self.reservations.remove(order)
        if found is None:
            return False
        found[1].put(found[3])
        return True

    def available(self, sku, now):
        self._sync(now)
        return self.stocks[sku].free
