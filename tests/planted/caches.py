"""`lru-cache`: what can be seen at each `get`, and rare bugs that hang on it."""

from collections.abc import Iterator
from typing import Any

SLUG = "lru-cache"


def watched(calls: list[str], arguments: list[list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield, at each call that returns a value, what the conditions of the plants may name."""
    capacity = arguments[0][0]
    live: dict[int, int] = {}
    puts: dict[int, int] = {}
    gets: dict[int, int] = {}
    seen = {
        "capacity": capacity,
        "dropped": 0,
        "overwrites": 0,
        "misses": 0,
        "hits": 0,
        "gone": [],
        "back": set(),
        "last": None,
        "before": None,
    }
    for index, (name, values) in enumerate(zip(calls[1:], arguments[1:], strict=True), 1):
        key = values[0]
        if name == "put":
            _put(seen, live, puts, capacity, values)
        else:
            gets[key] = gets.get(key, 0) + 1
            order = list(live)
            yield {
                **seen,
                "index": index,
                "key": key,
                "hit": key in live,
                "value": live.get(key),
                "live": len(live),
                "oldest": bool(order) and order[0] == key,
                "newest": bool(order) and order[-1] == key,
                "puts": puts.get(key, 0),
                "gets": gets[key],
                "keys": len(puts),
                "known": key in puts,
                "place": order.index(key) if key in live else -1,
            }
            seen["hits" if key in live else "misses"] += 1
            if key in live:
                live[key] = live.pop(key)
        seen["before"], seen["last"] = seen["last"], (name, key)


def _put(
    seen: dict[str, Any],
    live: dict[int, int],
    puts: dict[int, int],
    capacity: int,
    values: list[int],
) -> None:
    key, value = values
    puts[key] = puts.get(key, 0) + 1
    seen["overwrites"] += key in live
    if key in seen["gone"]:
        seen["back"] = seen["back"] | {key}
    live.pop(key, None)
    live[key] = value
    if len(live) > capacity:
        oldest = next(iter(live))
        del live[oldest]
        seen["gone"] = [*seen["gone"][-20:], oldest]
        seen["dropped"] += 1


PLANTS: list[tuple[str, list[object]]] = [
    ("index == {}", [*range(1, 41)]),
    ("capacity == {}", [*range(1, 13)]),
    ("capacity == {} and hit and dropped", [*range(1, 8)]),
    ("hit and key == {}", [*range(8)]),
    ("hit and value == {}", [0, 1, 2, 3, 1_000_000_000]),
    ("dropped == {}", [*range(16)]),
    ("dropped == {} and hit", [*range(12)]),
    ("overwrites == {} and hit", [*range(10)]),
    ("misses == {}", [*range(12)]),
    ("hits == {} and hit", [*range(10)]),
    ("hit and puts == {}", [*range(1, 8)]),
    ("hit and gets == {}", [*range(1, 8)]),
    ("not hit and puts == {}", [*range(5)]),
    ("live == capacity == {} and hit and oldest", [*range(1, 7)]),
    ("live == {} < capacity and hit", [*range(1, 6)]),
    ("hit and place == {}", [*range(7)]),
    ("key in back and hit and capacity == {}", [1, 2, 3, 4, 5, 6]),
    ("not hit and gone[-1:] == [key] and capacity == {}", [1, 2, 3, 4, 6]),
    ("not hit and key in gone[:-{}]", [1, 2, 3]),
    ("last == ('put', key) and hit and index > {}", [2, 6, 12, 20, 30]),
    ("last == ('get', key) and hit and index > {}", [2, 6, 12, 20]),
    ("last == before == ('get', key) and gets >= {}", [3, 4, 5]),
    ("last == before == ('put', key) and hit and capacity == {}", [1, 2, 3]),
    ("keys == {} and hit", [*range(1, 11)]),
    ("hit and newest and capacity > 1 and dropped >= {}", [1, 3, 6]),
    ("hit and oldest and capacity > 2 and overwrites >= {}", [1, 2, 4]),
    ("not hit and not known and live == capacity == {}", [1, 2, 3, 4]),
    ("hit and key == value == {}", [0, 1, 2, 3]),
]
