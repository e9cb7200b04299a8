from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hold:
    sku: str
    n: int
    end: int

    def alive(self, now: int) -> bool:
        return now < self.end


class Inventory:
    def __init__(self, hold_ms: int) -> None:
        self.hold_ms = hold_ms
        self.free: defaultdict[str, int] = defaultdict(int)
        self.holds: dict[str, Hold] = {}
        self.queue: deque[tuple[str, Hold]] = deque()

    def _release(self, now: int) -> None:
        while self.queue and not self.queue[0][1].alive(now):
            order, hold = self.queue.popleft()
            if self.holds.get(order) is hold:
                self._give_back(self.holds.pop(order))

    def _give_back(self, hold: Hold) -> None:
        self.free[hold.sku] += hold.n

    def restock(self, sku: str, n: int) -> None:
        self.free[sku] += n

    def reserve(self, order: str, sku: str, n: int, now: int) -> bool:
        self._release(now)
        wanted = Hold(sku, n, now + self.hold_ms)
        if (hold := self.holds.get(order)) is not None:
            return (hold.sku, hold.n) == (wanted.sku, wanted.n)
        if self.free[sku] < n:
            return False
        self.free[sku] -= n
        self.holds[order] = wanted
        self.queue.append((order, wanted))
        return True

    def confirm(self, order: str, now: int) -> bool:
        self._release(now)
        return bool(self.holds.pop(order, False))

    def cancel(self, order: str, now: int) -> bool:
        self._release(now)
        if hold := self.holds.pop(order, None):
            self._give_back(hold)
            return True
        return False

    def available(self, sku: str, now: int) -> int:
        self._release(now)
        return self.free[sku]
