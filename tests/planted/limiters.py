"""`rate-limiter`: what can be seen at each `allow`, and rare bugs that hang on it."""

from collections.abc import Iterator
from typing import Any

SLUG = "rate-limiter"


def watched(calls: list[str], arguments: list[list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield, at each call that returns a value, what the conditions of the plants may name."""
    limit, window = arguments[0]
    allowed: dict[str, list[int]] = {}
    refused: dict[str, int] = {}
    in_row: dict[str, int] = {}
    clients: list[str] = []
    before: tuple[str, int] | None = None
    same = 0
    for index, (client, now) in enumerate(arguments[1:], 1):
        times = allowed.setdefault(client, [])
        if client not in clients:
            clients.append(client)
        inside = [t for t in times if t > now - window]
        same = same + 1 if before is not None and before[1] == now else 0
        right = len(inside) < limit
        yield {
            "limit": limit,
            "window": window,
            "index": index,
            "client": client,
            "now": now,
            "right": right,
            "used": len(inside),
            "ages": [now - t for t in times],
            "edge": times.count(now - window),
            "almost": times.count(now - window + 1),
            "first": not times,
            "idle": now - times[-1] if times else -1,
            "same": same,
            "clients": len(clients),
            "refused": refused.get(client, 0),
            "in_row": in_row.get(client, 0),
            "allowed": len(times),
            "gap": now - before[1] if before else -1,
            "turned": before is not None and before[0] != client,
            "equal": len(inside) - len(set(inside)),
            "place": clients.index(client),
        }
        before = client, now
        if right:
            times.append(now)
            in_row[client] = 0
        else:
            refused[client] = refused.get(client, 0) + 1
            in_row[client] = in_row.get(client, 0) + 1


PLANTS: list[tuple[str, list[object]]] = [
    ("index == {}", [*range(1, 31)]),
    ("limit == {}", [*range(1, 12)]),
    ("limit == {} and not right", [*range(1, 9)]),
    ("edge and limit == {}", [*range(1, 8)]),
    ("edge == {} and right", [1, 2, 3, 4]),
    ("almost and not right and limit == {}", [*range(1, 7)]),
    ("almost == {}", [1, 2, 3]),
    ("edge and almost and limit >= {}", [2, 3, 5]),
    ("edge and not right and limit >= {}", [2, 3]),
    ("edge and same and limit == {}", [1, 2, 3, 5]),
    ("edge and turned and clients == {}", [2, 3]),
    ("used == {} and right", [*range(8)]),
    ("refused == {}", [*range(12)]),
    ("in_row == {} and right", [*range(1, 7)]),
    ("in_row == {} and not right", [*range(8)]),
    ("allowed == {}", [*range(15)]),
    ("allowed == {} and right and not first", [*range(1, 15)]),
    ("same == {}", [*range(8)]),
    ("same == {} and right", [*range(6)]),
    ("clients == {} and not right", [1, 2, 3]),
    ("first and index > {}", [1, 3, 8]),
    ("idle == window - {}", [0, 1, 2]),
    ("idle > {} * window", [1, 2, 3, 5]),
    ("idle == {}", [*range(8)]),
    ("equal == {} and not right", [1, 2, 3, 4]),
    ("equal and right and limit >= {}", [2, 3, 5]),
    ("place == {} and not right", [0, 1, 2]),
    ("place == {} and right and used", [0, 1, 2]),
    ("turned and not right and limit >= {}", [1, 2, 3, 5]),
    ("gap == {}", [0, 1, 2, 9, 10, 11]),
    ("now < window and not right and limit >= {}", [1, 2, 3]),
    ("now == {}", [0, 1, 2, 5, 9, 10]),
    ("now > {}", [10, 100, 1_000_000, 1_700_000_000_000]),
    ("now % window == 0 and used and limit >= {}", [1, 2, 3]),
    ("now // window == {} and not right", [0, 1, 2, 3]),
    ("window == {}", [1, 2, 3, 5, 10, 1000]),
    ("limit > window >= {}", [1, 2]),
    ("used == limit - 1 and limit >= {} and edge", [2, 3, 5]),
]
