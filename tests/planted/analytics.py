"""`realtime-analytics`: what can be seen at each question, and rare bugs that hang on it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

SLUG = "realtime-analytics"

HOUR = 3_600


def watched(calls: list[str], arguments: list[list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield, at each call that returns a value, what the conditions of the plants may name."""
    records: list[tuple[str, str, int]] = []
    counts = dict.fromkeys(("views", "unique_users", "top"), 0)
    for index, (name, values) in enumerate(zip(calls[1:], arguments[1:], strict=True), 1):
        if name == "record":
            records.append((values[0], values[1], values[2]))
            continue
        about, window, now = values
        inside = [record for record in records if record[2] > now - window]
        yield {
            "index": index,
            "name": name,
            "window": window,
            "now": now,
            "total": len(records),
            "in_hour": sum(at > now - HOUR for _, _, at in records),
            "gone": sum(at <= now - HOUR for _, _, at in records),
            "idle": now - records[-1][2] if records else -1,
            "asked": counts[name],
            **(_ranking(inside, about) if name == "top" else _page(records, about, window, now)),
        }
        counts[name] += 1


def _page(records: list[tuple[str, str, int]], page: str, window: int, now: int) -> dict[str, Any]:
    mine = [(user, at) for name, user, at in records if name == page]
    inside = [(user, at) for user, at in mine if at > now - window]
    times = [at for _, at in mine]
    visitors = Counter(user for user, _ in inside)
    before = {user for user, at in mine if at <= now - window}
    return {
        "page": page,
        "all": len(mine),
        "right": len(inside),
        "unique": len(visitors),
        "edge": times.count(now - window),
        "almost": times.count(now - window + 1),
        "fresh": times.count(now),
        "stale": len(mine) - len(inside),
        "again": max(visitors.values(), default=0),
        "back": len(before & set(visitors)),
        "lost": len(before - set(visitors)),
        "equal": len(inside) - len({at for _, at in inside}),
        "others": len({name for name, _, _ in records} - {page}),
        "shared": any(name != page and user in visitors for name, user, _ in records),
        "last": bool(records) and records[-1][0] == page,
        "hour_edge": times.count(now - HOUR),
    }


def _ranking(inside: list[tuple[str, str, int]], k: int) -> dict[str, Any]:
    count = Counter(name for name, _, _ in inside)
    ranked = sorted(count, key=lambda name: (-count[name], name))
    numbers = [count[name] for name in ranked]
    seen = list(dict.fromkeys(name for name, _, _ in inside))
    return {
        "k": k,
        "ranked": ranked,
        "right": len(ranked[:k]),
        "pages": len(ranked),
        "ties": len(numbers) - len(set(numbers)),
        "cut_tie": k < len(numbers) and numbers[k - 1] == numbers[k],
        "most": max(numbers, default=0),
        "moved": ranked != seen,
    }


PLANTS: list[tuple[str, list[object]]] = [
    ("index == {}", [*range(1, 31)]),
    ("name == 'views' and right == {}", [*range(9)]),
    ("name == 'views' and right == all == {}", [*range(1, 7)]),
    ("name == 'unique_users' and right > unique == {}", [1, 2, 3]),
    ("name == 'unique_users' and right == unique == {}", [1, 2, 3]),
    ("name == 'unique_users' and again == {}", [2, 3, 4, 5]),
    ("name == 'unique_users' and back == {}", [1, 2, 3]),
    ("name == 'unique_users' and lost == {} and right", [1, 2]),
    ("name == 'unique_users' and lost and back == {}", [1, 2]),
    ("name == 'unique_users' and shared and unique == {}", [1, 2, 3]),
    ("name == 'unique_users' and equal == {}", [1, 2, 3]),
    ("name != 'top' and edge == {}", [1, 2, 3]),
    ("name != 'top' and edge and right == {}", [0, 1, 2, 3]),
    ("name != 'top' and almost == {}", [1, 2, 3]),
    ("name != 'top' and edge and almost and right >= {}", [1, 2, 3]),
    ("name != 'top' and fresh == {}", [1, 2, 3, 4]),
    ("name != 'top' and fresh and edge == {}", [1, 2]),
    ("name != 'top' and stale == {} and right", [1, 2, 3, 4, 5]),
    ("name != 'top' and stale == {} and right == 0", [1, 2, 3]),
    ("name != 'top' and equal == {} and stale", [1, 2, 3]),
    ("name != 'top' and others == {} and right", [0, 1, 2]),
    ("name != 'top' and not all and total > {}", [0, 2, 5, 9]),
    ("name != 'top' and last and right > {}", [0, 1, 3]),
    ("name != 'top' and not last and right > {}", [0, 1, 3]),
    ("name != 'top' and page == {}", ["'a'", "'b'", "'c'"]),
    ("name != 'top' and hour_edge and window == {}", [HOUR]),
    ("name != 'top' and gone and right == {}", [0, 1, 2, 3]),
    ("name != 'top' and gone and back == {}", [1, 2]),
    ("name != 'top' and window == {} and right", [1, 2, 3, 5, 10, 60, HOUR - 1, HOUR]),
    ("name == 'top' and right == {}", [0, 1, 2, 3, 5]),
    ("name == 'top' and pages == {} and k < pages", [2, 3, 5]),
    ("name == 'top' and k > pages == {}", [0, 1, 2]),
    ("name == 'top' and k == pages == {}", [1, 2, 3]),
    ("name == 'top' and cut_tie and k == {}", [1, 2, 3]),
    ("name == 'top' and ties == {}", [1, 2, 3]),
    ("name == 'top' and not ties and pages == {}", [1, 2, 3]),
    ("name == 'top' and most == {}", [1, 2, 3, 4, 5]),
    ("name == 'top' and moved and pages == {}", [2, 3, 5]),
    ("name == 'top' and moved and cut_tie and k == {}", [1, 2]),
    ("name == 'top' and gone and pages == {}", [0, 1, 2]),
    ("name == 'top' and window == {} and pages", [1, 2, 3, 5, 10, 60, HOUR - 1, HOUR]),
    ("idle == {}", [0, 1, 2, 59, HOUR - 1, HOUR]),
    ("gone == {}", [1, 2, 3, 5]),
    ("gone and in_hour == {}", [0, 1, 2, 3]),
    ("now == {}", [0, 1, 2, 5, 9, 10]),
    ("now > {}", [10, 60, 3_600, 1_000_000, 1_700_000_000]),
    ("asked == {}", [*range(8)]),
    ("name == 'top' and asked == {} and pages", [*range(5)]),
]
