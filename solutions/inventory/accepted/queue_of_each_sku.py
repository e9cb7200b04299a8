"""Accepted: a class for each SKU with a queue of its own, dataclasses for reservations, prints left in."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Reservation:
    order: str
    sku: str
    n: int
    end: int
    over: bool = False


@dataclass
class Shelf:
    free: int = 0
    queue: deque[Reservation] = field(default_factory=deque)


class Inventory:
    def __init__(self, hold_ms: int) -> None:
        self.hold_ms = hold_ms
        self.shelves: dict[str, Shelf] = {}
        self.orders: dict[str, Reservation] = {}

    def shelf(self, sku: str, now: int) -> Shelf:
        shelf = self.shelves.setdefault(sku, Shelf())
        while shelf.queue and (shelf.queue[0].over or shelf.queue[0].end <= now):
            first = shelf.queue.popleft()
            if not first.over:
                self.close(first)
                shelf.free += first.n
        return shelf

    def close(self, reservation: Reservation) -> None:
        reservation.over = True
        del self.orders[reservation.order]

    def live(self, order: str, now: int) -> Optional[Reservation]:
        if order in self.orders:
            self.shelf(self.orders[order].sku, now)
        return self.orders.get(order)

    def restock(self, sku: str, n: int) -> None:
        self.shelves.setdefault(sku, Shelf()).free += n

    def reserve(self, order: str, sku: str, n: int, now: int) -> bool:
        if (found := self.live(order, now)) is not None:
            return (found.sku, found.n) == (sku, n)
        shelf = self.shelf(sku, now)
        if shelf.free < n:
            print("too few of", sku)
            return False
        shelf.free -= n
        self.orders[order] = Reservation(order, sku, n, now + self.hold_ms)
        shelf.queue.append(self.orders[order])
        return True

    def confirm(self, order: str, now: int) -> bool:
        if (found := self.live(order, now)) is None:
            return False
        self.close(found)
        return True

    def cancel(self, order: str, now: int) -> bool:
        if (found := self.live(order, now)) is None:
            return False
        self.close(found)
        self.shelves[found.sku].free += found.n
        return True

    def available(self, sku: str, now: int) -> int:
        return self.shelf(sku, now).free
