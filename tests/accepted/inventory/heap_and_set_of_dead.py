import heapq


class Inventory:
    def __init__(self, hold_ms):
        self.hold = hold_ms
        self.units = collections.Counter()
        self.heap = []
        self.open = {}
        self.dead = set()
        self.serial = itertools.count(1)

    def _advance(self, now):
        while self.heap and self.heap[0][0] <= now:
            _, serial, order = heapq.heappop(self.heap)
            if serial in self.dead:
                self.dead.discard(serial)
                continue
            _, sku, n = self.open.pop(order)
            self.units[sku] += n

    def restock(self, sku, n):
        self.units.update({sku: n})

    def reserve(self, order, sku, n, now):
        self._advance(now)
        if order in self.open:
            _, held_sku, held = self.open[order]
            return held_sku == sku and held == n
        if self.units[sku] >= n:
            serial = next(self.serial)
            self.units[sku] -= n
            self.open[order] = serial, sku, n
            heapq.heappush(self.heap, (now + self.hold, serial, order))
            return True
        return False

    def _take(self, order, now):
        self._advance(now)
        if order not in self.open:
            return None
        serial, sku, n = self.open.pop(order)
        self.dead.add(serial)
        return sku, n

    def confirm(self, order, now):
        return self._take(order, now) is not None

    def cancel(self, order, now):
        taken = self._take(order, now)
        if taken is None:
            return False
        self.units[taken[0]] += taken[1]
        return True

    def available(self, sku, now):
        self._advance(now)
        return self.units[sku]
