"""Accepted: an OrderedDict of holds, which is table and queue in one, and a named tuple."""
from collections import OrderedDict, defaultdict, namedtuple

Hold = namedtuple("Hold", "sku n end")


class Inventory:
    def __init__(self, hold_ms: int):
        self.hold_ms = hold_ms
        self.free = defaultdict(int)
        self.holds = OrderedDict()

    def release(self, now):
        while self.holds:
            order = next(iter(self.holds))
            if self.holds[order].end > now:
                return
            hold = self.holds.pop(order)
            self.free[hold.sku] += hold.n

    def restock(self, sku: str, n: int) -> None:
        self.free[sku] += n

    def reserve(self, order: str, sku: str, n: int, now: int) -> bool:
        self.release(now)
        if order in self.holds:
            return self.holds[order][:2] == (sku, n)
        if self.free[sku] >= n:
            self.free[sku] -= n
            self.holds[order] = Hold(sku, n, now + self.hold_ms)
            return True
        return False

    def confirm(self, order: str, now: int) -> bool:
        self.release(now)
        if order in self.holds:
            self.holds.pop(order)
            return True
        return False

    def cancel(self, order: str, now: int) -> bool:
        self.release(now)
        if order not in self.holds:
            return False
        sku, n, _ = self.holds.pop(order)
        self.restock(sku, n)
        return True

    def available(self, sku: str, now: int) -> int:
        self.release(now)
        return self.free[sku]
