"""`notifications`: what can be seen at each `deliver`, and rare bugs that hang on it."""

from collections.abc import Iterator
from typing import Any

SLUG = "notifications"


class _Service:
    """All that happened so far."""

    def __init__(self, limit: int, window: int) -> None:
        self.limit, self.window, self.number = limit, window, 0
        self.topics: dict[str, set[str]] = {}
        self.left: set[tuple[str, str]] = set()
        self.waiting: dict[str, list[tuple[int, int, int, str]]] = {}
        self.given: dict[str, list[tuple[int, int]]] = {}
        self.dropped: dict[str, int] = {}
        self.back: dict[str, int] = {}
        self.twice: dict[str, int] = {}
        self.published: list[int] = []

    def take(self, name: str, values: list[Any]) -> None:
        """Take in a call that returns nothing."""
        if name == "publish":
            topic, note, priority = values
            self.number += 1
            self.published.append(note)
            for user, topics in self.topics.items():
                if topic in topics:
                    entry = (-priority, self.number, note, topic)
                    self.waiting.setdefault(user, []).append(entry)
            return
        user, topic = values
        topics = self.topics.setdefault(user, set())
        if name == "subscribe":
            counter = self.twice if topic in topics else self.back
            if topic in topics or (user, topic) in self.left:
                counter[user] = counter.get(user, 0) + 1
            topics.add(topic)
        elif topic in topics:
            topics.discard(topic)
            self.left.add((user, topic))
            waiting = self.waiting.get(user, [])
            kept = [entry for entry in waiting if entry[3] != topic]
            self.dropped[user] = self.dropped.get(user, 0) + len(waiting) - len(kept)
            self.waiting[user] = kept


def watched(calls: list[str], arguments: list[list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield, at each call that returns a value, what the conditions of the plants may name."""
    service = _Service(*arguments[0])
    asked = 0
    before = ""
    for index, (name, values) in enumerate(zip(calls[1:], arguments[1:], strict=True), 1):
        if name == "deliver":
            seen = _seen(service, values[0], values[1])
            yield {"index": index, "asked": asked, "before": before, **seen}
            asked += 1
        else:
            service.take(name, values)
        before = name


def _seen(service: _Service, user: str, now: int) -> dict[str, Any]:
    """Deliver, and tell what is seen of it."""
    given = service.given.setdefault(user, [])
    waiting = sorted(service.waiting.get(user, []))
    ages = [now - at for _, at in given]
    used = sum(age < service.window for age in ages)
    known = {note for note, _ in given}
    answer: list[tuple[int, int, int, str]] = []
    skipped = again = 0
    rest = list(waiting)
    while rest and used + len(answer) < service.limit:
        entry = rest.pop(0)
        if entry[2] in known:
            skipped += 1
            again += entry[2] not in {note for note, _ in given}
        else:
            known.add(entry[2])
            answer.append(entry)
    service.waiting[user] = rest
    given += [(entry[2], now) for entry in answer]
    return {
        "limit": service.limit,
        "window": service.window,
        "user": user,
        "now": now,
        "waiting": len(waiting),
        "size": len(answer),
        "rest": len(rest),
        "used": used,
        "skipped": skipped,
        "again": again,
        "edge": ages.count(service.window),
        "almost": ages.count(service.window - 1),
        "same": ages.count(0),
        "given": len(given) - len(answer),
        "notes": [entry[2] for entry in answer],
        "priorities": len({entry[0] for entry in answer}),
        "highest": -answer[0][0] if answer else -1,
        "sources": len({entry[3] for entry in answer}),
        "mixed": len({entry[3] for entry in answer if entry[0] == answer[0][0]}),
        "turned": [entry[1] for entry in answer] != sorted(entry[1] for entry in answer),
        "topics": len(service.topics.get(user, ())),
        "dropped": service.dropped.get(user, 0),
        "back": service.back.get(user, 0),
        "twice": service.twice.get(user, 0),
        "total": service.number,
        "repeated": len(service.published) - len(set(service.published)),
        "users": len(service.topics),
    }


PLANTS: list[tuple[str, list[object]]] = [
    ("index == {}", [*range(2, 31)]),
    ("size == {}", [*range(10)]),
    ("size == limit == {}", [1, 2, 3]),
    ("size == {} and used", [1, 2]),
    ("waiting == {} and size", [*range(1, 11)]),
    ("waiting == {} and size == 0", [0, 1, 2, 3, 4]),
    ("rest == {}", [*range(8)]),
    ("rest == {} and size", [*range(1, 7)]),
    ("used == {}", [0, 1, 2, 3]),
    ("used == limit == {} and waiting", [1, 2, 3]),
    ("skipped == {}", [1, 2, 3, 4]),
    ("skipped == {} and size", [1, 2, 3]),
    ("skipped == {} and size == 0", [1, 2]),
    ("skipped and size == limit == {}", [1, 2, 3]),
    ("again == {}", [1, 2, 3]),
    ("edge == {}", [1, 2, 3]),
    ("edge and size == {}", [0, 1, 2, 3]),
    ("almost == {}", [1, 2, 3]),
    ("almost and rest == {}", [0, 1, 2, 3]),
    ("edge and almost and limit == {}", [2, 3, 9]),
    ("same == {}", [1, 2, 3]),
    ("same and size == {}", [1, 2]),
    ("given == {}", [*range(12)]),
    ("given == {} and size", [*range(1, 9)]),
    ("{} in notes", [*range(1, 13)]),
    ("notes == sorted(notes) and size == {}", [2, 3, 4]),
    ("notes == sorted(notes)[::-1] and size == {}", [2, 3, 4]),
    ("priorities == {}", [1, 2, 3]),
    ("priorities == size == {}", [2, 3]),
    ("highest == {}", [0, 5, 9]),
    ("sources == {}", [1, 2, 3]),
    ("mixed == {} and size > 2", [2, 3]),
    ("turned and size == {}", [2, 3, 4, 5]),
    ("turned and sources == {}", [1, 2, 3]),
    ("topics == {} and size", [1, 2, 3]),
    ("topics == 0 and given == {}", [0, 1, 2]),
    ("dropped == {}", [*range(1, 7)]),
    ("dropped and size == {}", [0, 1, 2, 3]),
    ("dropped and back == {} and size", [1, 2]),
    ("back == {}", [1, 2, 3]),
    ("twice == {} and size", [1, 2, 3]),
    ("before == '{}' and size", ["subscribe", "unsubscribe", "publish", "deliver"]),
    ("before == 'deliver' and waiting > {}", [0, 2, 4]),
    ("repeated == {} and size", [*range(1, 6)]),
    ("asked == {}", [*range(10)]),
    ("total == {} and size", [*range(1, 13)]),
    ("users == {} and rest", [1, 2]),
    ("now == {}", [0, 1, 5, 9, 10]),
    ("now > {} and rest", [10, 100, 1_700_000_000_000]),
]
