from sortedcontainers import SortedDict


class Inventory:
    def __init__(self, hold_ms):
        self.hold_ms, self.serial = hold_ms, 0
        self.free, self.key = {}, {}
        self.holds = SortedDict()

    def _free_up(self, now):
        while self.holds and self.holds.peekitem(0)[0][0] <= now:
            _, (order, sku, n) = self.holds.popitem(0)
            del self.key[order]
            self.free[sku] += n

    def restock(self, sku, n):
        self.free[sku] = self.free.get(sku, 0) + n

    def reserve(self, order, sku, n, now):
        self._free_up(now)
        if order in self.key:
            return self.holds[self.key[order]] == (order, sku, n)
        if self.free.get(sku, 0) < n:
            return False
        self.serial += 1
        self.free[sku] -= n
        self.key[order] = (now + self.hold_ms, self.serial)
        self.holds[self.key[order]] = (order, sku, n)
        return True

    def _pop(self, order, now):
        self._free_up(now)
        return self.holds.pop(self.key.pop(order, None), None)

    def confirm(self, order, now):
        return self._pop(order, now) is not None

    def cancel(self, order, now):
        found = self._pop(order, now)
        if found is not None:
            self.free[found[1]] += found[2]
        return found is not None

    def available(self, sku, now):
        self._free_up(now)
        return self.free.get(sku, 0)
