"""`message-queue`: what can be seen at each call that is told the time, and rare bugs on it."""

from collections.abc import Iterator
from typing import Any

SLUG = "message-queue"


class _Message:
    def __init__(self, place: int, body: str) -> None:
        self.place, self.body = place, body
        self.deliveries = 0
        self.receipt: int | None = None
        self.end = 0


class _Queue:
    """All messages there ever were, walked over at each call."""

    def __init__(self, visibility: int, most: int) -> None:
        self.visibility, self.most = visibility, most
        self.messages: list[_Message] = []
        self.dead: list[str] = []
        self.receipts: dict[int, str] = {}
        self.ran_out = self.died = self.place = 0
        self.last_place = -1

    @property
    def hidden(self) -> list[_Message]:
        return [one for one in self.messages if one.receipt is not None]

    @property
    def waiting(self) -> list[_Message]:
        return [one for one in self.messages if one.receipt is None]

    def look(self, now: int) -> int:
        """End what has run out, and return how many."""
        late = [one for one in self.hidden if one.end <= now]
        for one in sorted(late, key=lambda one: one.receipt or 0):
            self.receipts[one.receipt or 0] = "late"
            self.give_back(one)
        self.ran_out += len(late)
        return len(late)

    def give_back(self, one: _Message) -> None:
        one.receipt = None
        if one.deliveries >= self.most:
            self.messages.remove(one)
            self.dead.append(one.body)
            self.died += 1

    def receive(self, now: int) -> _Message | None:
        one = min(self.waiting, key=lambda one: one.place, default=None)
        if one is not None:
            one.receipt, one.end = len(self.receipts) + 1, now + self.visibility
            one.deliveries += 1
            self.receipts[one.receipt] = "hidden"
        return one


def watched(calls: list[str], arguments: list[list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield, at each call that returns a value, what the conditions of the plants may name."""
    queue = _Queue(*arguments[0])
    counts = dict.fromkeys(("receive", "ack", "nack", "dead_letters"), 0)
    before, last = -1, ""
    for index, (name, values) in enumerate(zip(calls[1:], arguments[1:], strict=True), 1):
        if name == "send":
            queue.messages.append(_Message(queue.place, values[0]))
            queue.place += 1
            last = name
            continue
        now = values[-1]
        edge = sum(one.end == now for one in queue.hidden)
        almost = sum(one.end == now + 1 for one in queue.hidden)
        late = queue.look(now)
        seen = {
            **counts,
            "index": index,
            "name": name,
            "now": now,
            "gap": now - before if before >= 0 else -1,
            "visibility": queue.visibility,
            "most": queue.most,
            "edge": edge,
            "almost": almost,
            "late": late,
            "ran_out": queue.ran_out,
            "died": queue.died,
            "waiting": len(queue.waiting),
            "hidden": len(queue.hidden),
            "sent": queue.place,
            "given": len(queue.receipts),
            "last": last,
        }
        yield {**seen, **_answered(queue, name, values)}
        counts[name] += 1
        before, last = now, name


def _answered(queue: _Queue, name: str, values: list[Any]) -> dict[str, Any]:
    """Make the call, and return what its answer hangs on."""
    nothing = {"deliveries": 0, "back": False, "state": "", "age": 0, "told": 0, "right": False}
    if name == "dead_letters":
        told, queue.dead = len(queue.dead), []
        return {**nothing, "told": told}
    if name == "receive":
        one = queue.receive(values[-1])
        if one is None:
            return nothing
        back = one.place < queue.last_place
        queue.last_place = one.place
        return {**nothing, "right": True, "deliveries": one.deliveries, "back": back}
    receipt = values[0]
    state = queue.receipts.get(receipt, "unknown")
    one = next((one for one in queue.hidden if one.receipt == receipt), None)
    age = len(queue.receipts) - receipt
    if one is not None:
        queue.receipts[receipt] = "used"
        if name == "ack":
            queue.messages.remove(one)
        else:
            queue.give_back(one)
    deliveries = one.deliveries if one is not None else 0
    right = one is not None
    return {**nothing, "state": state, "age": age, "deliveries": deliveries, "right": right}


PLANTS: list[tuple[str, list[object]]] = [
    ("index == {}", [*range(1, 41)]),
    ("name == 'receive' and receive == {}", [*range(15)]),
    ("name == 'receive' and given == {} and right", [*range(15)]),
    ("name == 'receive' and right and deliveries == {}", [1, 2, 3, 4, 5]),
    ("name == 'receive' and right and deliveries == most == {}", [1, 2, 3]),
    ("name == 'receive' and back and waiting == {}", [1, 2, 3, 4]),
    ("name == 'receive' and back and deliveries == {}", [2, 3]),
    ("name == 'receive' and back and most == {}", [2, 3, 5]),
    ("name == 'receive' and right and waiting == {}", [1, 2, 3, 4, 5]),
    ("name == 'receive' and right and hidden == {}", [*range(6)]),
    ("name == 'receive' and not right and hidden == {}", [*range(6)]),
    ("name == 'receive' and not right and sent == {}", [*range(6)]),
    ("name == 'receive' and not right and died == {}", [1, 2, 3]),
    ("name == 'receive' and edge == {}", [1, 2, 3]),
    ("name == 'receive' and almost == {}", [1, 2, 3]),
    ("name == 'receive' and late == {}", [1, 2, 3, 4]),
    ("name == 'receive' and late and edge < late and most == {}", [1, 2, 3]),
    ("name == 'receive' and right and last == {!r}", ["send", "receive", "ack", "nack"]),
    ("name == 'receive' and last == 'nack' and not right and most == {}", [1, 2, 3]),
    ("name == 'receive' and last == 'dead_letters' and right and died >= {}", [0, 1]),
    ("name == 'ack' and right and ack == {}", [*range(8)]),
    ("name == 'ack' and right and deliveries == {}", [1, 2, 3]),
    ("name == 'ack' and right and age == {}", [0, 1, 2, 3]),
    ("name == 'ack' and right and hidden == {}", [1, 2, 3, 4, 5]),
    ("name == 'ack' and right and almost and visibility == {}", [2, 3, 10]),
    ("name == 'ack' and state == {!r}", ["unknown", "used", "late", "hidden"]),
    ("name == 'ack' and state == 'late' and edge == {}", [0, 1, 2]),
    ("name == 'ack' and state == 'late' and most == {}", [1, 2, 3]),
    ("name == 'ack' and state == 'used' and last == {!r}", ["ack", "nack", "receive"]),
    ("name == 'ack' and state == 'unknown' and late == {}", [1, 2]),
    ("name == 'nack' and right and nack == {}", [*range(8)]),
    ("name == 'nack' and right and deliveries == {}", [1, 2, 3]),
    ("name == 'nack' and right and deliveries == most == {}", [1, 2, 3]),
    ("name == 'nack' and right and age == {}", [0, 1, 2, 3]),
    ("name == 'nack' and right and hidden == {}", [1, 2, 3, 4]),
    ("name == 'nack' and right and waiting == {}", [*range(5)]),
    ("name == 'nack' and right and late == {}", [1, 2]),
    ("name == 'nack' and state == {!r}", ["unknown", "used", "late"]),
    ("name == 'nack' and state == 'late' and edge == {}", [0, 1]),
    ("name == 'dead_letters' and told == {}", [*range(6)]),
    ("name == 'dead_letters' and told and late == {}", [0, 1, 2, 3]),
    ("name == 'dead_letters' and told and most == {}", [1, 2, 3, 5]),
    ("name == 'dead_letters' and told and last == {!r}", ["nack", "receive", "ack"]),
    ("name == 'dead_letters' and told and dead_letters == {}", [0, 1, 2, 3]),
    ("name == 'dead_letters' and not told and died == {}", [1, 2, 3]),
    ("name == 'dead_letters' and edge == {} and told", [1, 2]),
    ("name == 'dead_letters' and almost and most == {}", [1, 2]),
    ("most == {} and right", [1, 2, 3, 5]),
    ("visibility == {} and right and late", [1, 2, 3, 10]),
    ("gap == {} and right", [0, 1, 5, 9, 10, 11]),
    ("now > {} and right", [10, 100, 1_000_000]),
]
