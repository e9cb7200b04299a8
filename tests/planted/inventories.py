"""`inventory`: what can be seen at each call that answers, and rare bugs that hang on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

SLUG = "inventory"


@dataclass
class _Shop:
    """All that happened so far; a hold is [order, sku, n, end, state]."""

    hold_ms: int
    stock: dict[str, int] = field(default_factory=dict)
    holds: list[list[Any]] = field(default_factory=list)

    def run_out(self, now: int) -> int:
        """Let holds run out, and return how many did."""
        over = [hold for hold in self.holds if hold[4] == "held" and hold[3] <= now]
        for hold in over:
            hold[4] = "lapsed"
            self.stock[hold[1]] += hold[2]
        return len(over)

    def live(self) -> list[list[Any]]:
        """Return the holds that are alive, oldest first."""
        return [hold for hold in self.holds if hold[4] == "held"]

    def of(self, order: str) -> list[list[Any]]:
        """Return all holds of an order, oldest first."""
        return [hold for hold in self.holds if hold[0] == order]

    def close(self, order: str, state: str) -> bool:
        """Sell or cancel the order's hold, and tell whether there was one."""
        for hold in self.of(order):
            if hold[4] == "held":
                hold[4] = state
                self.stock[hold[1]] += hold[2] if state == "cancelled" else 0
                return True
        return False

    def reserve(self, order: str, sku: str, n: int, now: int) -> bool:
        """Answer as the statement says."""
        for hold in self.of(order):
            if hold[4] == "held":
                return [sku, n] == hold[1:3]
        if self.stock.get(sku, 0) < n:
            return False
        self.stock[sku] -= n
        self.holds.append([order, sku, n, now + self.hold_ms, "held"])
        return True


def watched(calls: list[str], arguments: list[list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield, at each call that returns a value, what the conditions of the plants may name."""
    shop = _Shop(arguments[0][0])
    before, same = -1, 0
    counts = dict.fromkeys(("reserve", "confirm", "cancel", "available"), 0)
    for index, (name, values) in enumerate(zip(calls[1:], arguments[1:], strict=True), 1):
        if name == "restock":
            shop.stock[values[0]] = shop.stock.get(values[0], 0) + values[1]
            continue
        now = values[-1]
        same = same + 1 if now == before else 0
        seen = {
            "index": index,
            "name": name,
            "hold": shop.hold_ms,
            "now": now,
            "same": same,
            "gap": now - before if before >= 0 else -1,
            "asked": counts[name],
            "over": shop.run_out(now),
            **_seen(shop, name, values),
        }
        before = now
        counts[name] += 1
        if name == "reserve":
            seen["right"] = shop.reserve(*values)
        elif name != "available":
            seen["right"] = shop.close(values[0], "sold" if name == "confirm" else "cancelled")
        yield seen


def _seen(shop: _Shop, name: str, values: list[Any]) -> dict[str, Any]:
    live = shop.live()
    sku = str({"available": values[0], "reserve": values[1]}.get(name, ""))
    mine = [] if name == "available" else shop.of(values[0])
    states = [hold[4] for hold in mine]
    alive = mine[-1] if states[-1:] == ["held"] else None
    now = values[-1]
    return {
        "right": shop.stock.get(sku, 0),
        "free": shop.stock.get(sku, 0),
        "known": sku in shop.stock,
        "live": len(live),
        "held": sum(hold[2] for hold in live if hold[1] == sku),
        "others": len({hold[1] for hold in live} - {sku}),
        "n": values[2] if name == "reserve" else 0,
        "alive": alive is not None,
        "left": alive[3] - now if alive else -1,
        "same_sku": alive is not None and alive[1] == sku,
        "same_n": alive is not None and name == "reserve" and alive[2] == values[2],
        "last": states[-1] if states else "never",
        "times": len(mine),
        "stale": sum(hold[3] > now and hold[4] != "held" for hold in mine),
        "sold": sum(hold[4] == "sold" for hold in shop.holds),
        "lapsed": sum(hold[4] == "lapsed" for hold in shop.holds),
        "given_back": sum(hold[4] == "cancelled" for hold in shop.holds),
        "place": live.index(alive) if alive else -1,
    }


PLANTS: list[tuple[str, list[object]]] = [
    ("index == {}", [*range(1, 31)]),
    ("name == 'reserve' and right and n == {}", [1, 2, 3]),
    ("name == 'reserve' and right and not alive and free - n == {}", [0, 1, 2, 3]),
    ("name == 'reserve' and not right and not alive and n - free == {}", [1, 2]),
    ("name == 'reserve' and not right and not alive and held == {}", [0, 1, 2]),
    ("name == 'reserve' and not known and times == {}", [0, 1]),
    ("name == 'reserve' and alive and right and left == {}", [1, 2, 5]),
    ("name == 'reserve' and alive and right and free < n == {}", [1, 2, 3]),
    ("name == 'reserve' and alive and same_sku and not same_n and n == {}", [1, 2, 3]),
    ("name == 'reserve' and alive and same_n and not same_sku and n == {}", [1, 2]),
    ("name == 'reserve' and alive and not same_n and not same_sku and n == {}", [1, 2]),
    ("name == 'reserve' and alive and place == {}", [0, 1, 2]),
    ("name == 'reserve' and right and not alive and last == {}", ["'lapsed'", "'sold'"]),
    ("name == 'reserve' and right and not alive and last == {} and over", ["'lapsed'"]),
    ("name == 'reserve' and right and not alive and last == {} and n > 1", ["'cancelled'"]),
    ("name == 'reserve' and right and not alive and stale == {}", [1, 2]),
    ("name == 'reserve' and right and not alive and times == {}", [1, 2, 3, 4]),
    ("name == 'reserve' and over == {} and right", [1, 2, 3]),
    ("name == 'reserve' and over == {} and not right", [1, 2]),
    ("name == 'reserve' and live == {} and right", [0, 1, 2, 3]),
    ("name == 'reserve' and others == {} and right", [1]),
    ("name == 'confirm' and right and left == {}", [1, 2, 5]),
    ("name == 'confirm' and right and place == {}", [0, 1, 2]),
    ("name == 'confirm' and right and live == {}", [1, 2, 3]),
    ("name == 'confirm' and right and times == {}", [1, 2, 3]),
    ("name == 'confirm' and right and stale == {}", [1, 2]),
    ("name == 'confirm' and right and sold == {}", [0, 1, 2]),
    ("name == 'confirm' and not right and last == {}", ["'never'", "'lapsed'", "'sold'"]),
    ("name == 'confirm' and not right and last == {} and stale", ["'cancelled'", "'sold'"]),
    ("name == 'confirm' and over == {}", [1, 2]),
    ("name == 'cancel' and right and left == {}", [1, 2, 5]),
    ("name == 'cancel' and right and place == {}", [0, 1, 2]),
    ("name == 'cancel' and right and live == {}", [1, 2, 3]),
    ("name == 'cancel' and right and times == {}", [1, 2, 3]),
    ("name == 'cancel' and right and stale == {}", [1, 2]),
    ("name == 'cancel' and right and given_back == {}", [0, 1, 2]),
    ("name == 'cancel' and not right and last == {}", ["'never'", "'lapsed'", "'sold'"]),
    ("name == 'cancel' and not right and last == {} and stale", ["'cancelled'", "'sold'"]),
    ("name == 'cancel' and over == {}", [1, 2]),
    ("name == 'available' and right == {}", [*range(8)]),
    ("name == 'available' and held == {}", [0, 1, 2, 3, 4]),
    ("name == 'available' and not known and live == {}", [0, 1]),
    ("name == 'available' and over == {}", [1, 2, 3]),
    ("name == 'available' and sold == {} and right", [1, 2, 3]),
    ("name == 'available' and lapsed == {}", [1, 2, 3, 5]),
    ("name == 'available' and given_back == {} and held", [1, 2]),
    ("name == 'available' and others == {} and held", [1]),
    ("name == 'available' and live == {} and not held", [1, 2]),
    ("over == {}", [1, 2, 3]),
    ("gap == hold - {}", [0, 1]),
    ("gap == hold + {} and over", [0, 1]),
    ("gap == {}", [0, 1, 2, 9, 10]),
    ("same == {}", [*range(8)]),
    ("hold == {} and over", [1, 2, 3, 5, 10, 1_000]),
    ("now == {}", [0, 1, 2, 5, 9, 10]),
    ("now > {}", [10, 100, 1_000_000, 1_700_000_000_000]),
    ("asked == {}", [*range(8)]),
    ("name == 'reserve' and asked == {} and right", [*range(8)]),
]
