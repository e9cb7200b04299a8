import threading
from contextlib import contextmanager


class Inventory:
    def __init__(self, hold_ms: int) -> None:
        self.lock = threading.RLock()
        self.hold_ms = hold_ms
        self.free: Dict[str, int] = {}
        self.held: "OrderedDict[str, Tuple[str, int, int]]" = OrderedDict()

    @contextmanager
    def at(self, now: int):
        with self.lock:
            while self.held:
                order, (sku, n, end) = next(iter(self.held.items()))
                if end > now:
                    break
                self.held.pop(order)
                self.free[sku] += n
            yield self.held

    def restock(self, sku: str, n: int) -> None:
        with self.lock:
            self.free[sku] = self.free.get(sku, 0) + n

    def reserve(self, order: str, sku: str, n: int, now: int) -> bool:
        with self.at(now) as held:
            if order in held:
                return held[order][:2] == (sku, n)
            if (free := self.free.get(sku, 0)) < n:
                return False
            self.free[sku] = free - n
            held[order] = (sku, n, now + self.hold_ms)
            return True

    def confirm(self, order: str, now: int) -> bool:
        with self.at(now) as held:
            return held.pop(order, None) is not None

    def cancel(self, order: str, now: int) -> bool:
        with self.at(now) as held:
            sku, n, _ = held.pop(order, (None, 0, 0))
            if sku is not None:
                self.free[sku] += n
            return sku is not None

    def available(self, sku: str, now: int) -> int:
        with self.at(now):
            return self.free.get(sku, 0)
