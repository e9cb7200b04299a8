"""Reference: what is free of each SKU, live reservations by order, and one queue of their ends.

Time: O(1) per call, amortised, Space: O(SKUs + reservations of one hold time).
"""
from collections import deque


class Inventory:
    def __init__(self, hold_ms):
        self.hold_ms = hold_ms
        self.free = {}
        self.held = {}
        self.ends = deque()

    def _run_out(self, now):
        ends, held = self.ends, self.held
        while ends and ends[0][0] <= now:
            end, order = ends.popleft()
            hold = held.get(order)
            # The order may have been confirmed or cancelled, and have reserved again since.
            if hold is not None and hold[2] == end:
                del held[order]
                self.free[hold[0]] += hold[1]

    def restock(self, sku, n):
        self.free[sku] = self.free.get(sku, 0) + n

    def reserve(self, order, sku, n, now):
        self._run_out(now)
        hold = self.held.get(order)
        if hold is not None:
            return hold[0] == sku and hold[1] == n
        free = self.free.get(sku, 0)
        if free < n:
            return False
        end = now + self.hold_ms
        self.free[sku] = free - n
        self.held[order] = (sku, n, end)
        self.ends.append((end, order))
        return True

    def confirm(self, order, now):
        self._run_out(now)
        return self.held.pop(order, None) is not None

    def cancel(self, order, now):
        self._run_out(now)
        hold = self.held.pop(order, None)
        if hold is None:
            return False
        self.free[hold[0]] += hold[1]
        return True

    def available(self, sku, now):
        self._run_out(now)
        return self.free.get(sku, 0)
