"""Accepted: one list of reservations with a start index that is cut now and then, states as an enum."""
from enum import Enum, auto


class State(Enum):
    HELD = auto()
    OVER = auto()


class Entry:
    __slots__ = ("order", "sku", "n", "at", "state")

    def __init__(self, order, sku, n, at):
        self.order, self.sku, self.n, self.at, self.state = order, sku, n, at, State.HELD


class Inventory(object):
    def __init__(self, hold_ms):
        self.hold_ms, self.free = hold_ms, {}
        self.entries, self.start, self.by_order = [], 0, {}

    def expire(self, now):
        while self.start < len(self.entries) and now - self.entries[self.start].at >= self.hold_ms:
            entry = self.entries[self.start]
            self.start += 1
            if entry.state is State.HELD:
                self.finish(entry)
                self.free[entry.sku] += entry.n
        if self.start > 1000 and self.start * 2 > len(self.entries):
            self.entries = self.entries[self.start:]
            self.start = 0

    def finish(self, entry):
        entry.state = State.OVER
        self.by_order.pop(entry.order)

    def restock(self, sku, n):
        self.free.setdefault(sku, 0)
        self.free[sku] += n

    def reserve(self, order, sku, n, now):
        self.expire(now)
        entry = self.by_order.get(order)
        if entry:
            return (entry.sku, entry.n) == (sku, n)
        if sku not in self.free or self.free[sku] < n:
            return False
        self.free[sku] -= n
        entry = self.by_order[order] = Entry(order, sku, n, now)
        self.entries.append(entry)
        return True

    def confirm(self, order, now):
        self.expire(now)
        if order not in self.by_order:
            return False
        self.finish(self.by_order[order])
        return True

    def cancel(self, order, now):
        self.expire(now)
        if order not in self.by_order:
            return False
        entry = self.by_order[order]
        self.finish(entry)
        self.free[entry.sku] += entry.n
        return True

    def available(self, sku, now):
        self.expire(now)
        return self.free.get(sku, 0)
