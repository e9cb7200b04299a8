from collections import OrderedDict, deque

class FraudDetector:
    """The last call of each card decides when it is forgotten."""
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms, self.max_attempts = window_ms, max_attempts
        self.max_total, self.max_cards = max_total, max_cards
        self.cards = OrderedDict()
        self.devices = OrderedDict()

    def check(self, card, device, amount, now):
        start = now - self.window_ms
        for table in (self.cards, self.devices):
            while table:
                key, value = next(iter(table.items()))
                if value["last"] > start:
                    break
                del table[key]
        one = self.cards.setdefault(card, {"last": now, "tries": deque(), "good": deque(), "sum": 0})
        where = self.devices.setdefault(device, {"last": now, "seen": OrderedDict()})
        one["last"] = where["last"] = now
        self.cards.move_to_end(card)
        self.devices.move_to_end(device)
        while one["tries"] and one["tries"][0] <= start:
            one["tries"].popleft()
        while one["good"] and one["good"][0][0] <= start:
            one["sum"] -= one["good"].popleft()[1]
        seen = where["seen"]
        seen[card] = now
        seen.move_to_end(card)
        while seen[next(iter(seen))] <= start:
            seen.popitem(last=False)
        one["tries"].append(now)
        out = []
        out += ["amount"] * (one["sum"] + amount > self.max_total)
        out += ["cards"] * (len(seen) > self.max_cards)
        out += ["spike"] * (len(one["good"]) >= 3 and amount * len(one["good"]) > 3 * one["sum"])
        out += ["velocity"] * (len(one["tries"]) > self.max_attempts)
        if len(out) == 0:
            one["good"].append((now, amount))
            one["sum"] += amount
        return out
