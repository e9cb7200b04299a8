SKU, COUNT, END = range(3)
YES, NO = True, False


class Inventory(object):
    def __init__(self, hold_ms):
        self._hold = hold_ms
        self._free = {}
        self._held = OrderedDict()

    def _expire(self, now):
        expired = []
        for order, entry in self._held.items():
            if entry[END] > now:
                break
            expired.append(order)
        for order in expired:
            self._return(self._held.pop(order))

    def _return(self, entry):
        self._free[entry[SKU]] += entry[COUNT]

    def restock(self, sku, n):
        self._free[sku] = self._free.get(sku, 0) + n

    def reserve(self, order, sku, n, now):
        self._expire(now)
        entry = self._held.get(order)
        if entry is not None:
            return entry[:END] == [sku, n]
        if sku not in self._free:
            return NO
        if self._free[sku] < n:
            return NO
        self._free[sku] -= n
        self._held[order] = [sku, n, now + self._hold]
        return YES

    def confirm(self, order, now):
        self._expire(now)
        if order not in self._held:
            return NO
        del self._held[order]
        return YES

    def cancel(self, order, now):
        self._expire(now)
        if order not in self._held:
            return NO
        self._return(self._held.pop(order))
        return YES

    def available(self, sku, now):
        self._expire(now)
        return self._free.get(sku, 0)
