class Inventory:
    def __init__(self, hold_ms):
        self.hold_ms = hold_ms
        self.bought, self.sold, self.held = Counter(), Counter(), Counter()
        self.reservation = {}
        self.schedule = collections.deque()

    def _now(self, now):
        while len(self.schedule) > 0 and self.schedule[0]["end"] <= now:
            r = self.schedule.popleft()
            if r["state"] == "held":
                self._leave(r, "expired")

    def _leave(self, r, state):
        r["state"] = state
        self.held[r["sku"]] -= r["n"]
        del self.reservation[r["order"]]

    def restock(self, sku, n):
        self.bought[sku] += n

    def available(self, sku, now):
        self._now(now)
        return self.bought[sku] - self.sold[sku] - self.held[sku]

    def reserve(self, order, sku, n, now):
        self._now(now)
        if order in self.reservation:
            r = self.reservation[order]
            return (r["sku"], r["n"]) == (sku, n)
        if self.available(sku, now) < n:
            return False
        r = dict(order=order, sku=sku, n=n, end=now + self.hold_ms, state="held")
        self.reservation[order] = r
        self.schedule.append(r)
        self.held[sku] += n
        return True

    def confirm(self, order, now):
        self._now(now)
        try:
            r = self.reservation[order]
        except KeyError:
            return False
        self._leave(r, "sold")
        self.sold[r["sku"]] += r["n"]
        return True

    def cancel(self, order, now):
        self._now(now)
        try:
            self._leave(self.reservation[order], "cancelled")
        except KeyError:
            return False
        return True
