"""`consistent-hash`: what can be seen at each call, and rare bugs that hang on it."""

from collections.abc import Iterator
from typing import Any

SLUG = "consistent-hash"


def watched(calls: list[str], arguments: list[list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield, at each call, what the conditions of the plants may name."""
    there: list[str] = []
    gone: list[str] = []
    counts = dict.fromkeys(("add", "remove", "owner", "owners"), 0)
    asked: dict[str, list[frozenset[str]]] = {}
    changes, last = 0, ""
    for index, (name, values) in enumerate(zip(calls[1:], arguments[1:], strict=True), 1):
        about = values[0]
        known, before = about in there, asked.get(about, [])
        now = frozenset(there)
        yield {
            **counts,
            "index": index,
            "name": name,
            "about": about,
            "known": known,
            "was": about in gone,
            "servers": len(there),
            "n": values[1] if len(values) > 1 else 0,
            "times": len(before),
            "same": now in before,
            "moved": bool(before) and before[-1] != now,
            "less": bool(before) and before[-1] > now,
            "more": bool(before) and before[-1] < now,
            "changes": changes,
            "last": last,
            "begins": sum(one != about and one.startswith(about) for one in there),
            "prefixes": sum(one != about and about.startswith(one) for one in there),
            "folded": sum(one != about and one.lower() == about.lower() for one in there),
        }
        counts[name] += 1
        last = name
        if name == "add" and not known:
            there.append(about)
            changes += 1
        elif name == "remove" and known:
            there.remove(about)
            gone.append(about)
            changes += 1
        elif name in ("owner", "owners"):
            asked.setdefault(about, []).append(now)


PLANTS: list[tuple[str, list[object]]] = [
    ("index == {}", [*range(1, 41)]),
    ("name == 'add' and add == {}", [*range(10)]),
    ("name == 'add' and known and servers == {}", [1, 2, 3, 4, 5]),
    ("name == 'add' and was and not known and servers == {}", [0, 1, 2, 3]),
    ("name == 'add' and begins and servers == {}", [1, 2, 3, 4]),
    ("name == 'add' and prefixes and servers == {}", [1, 2, 3, 4]),
    ("name == 'add' and folded and servers == {}", [1, 2, 3, 4]),
    ("name == 'add' and servers == {}", [*range(12)]),
    ("name == 'add' and last == {!r} and servers", ["add", "remove", "owner", "owners"]),
    ("name == 'remove' and not known and servers == {}", [*range(6)]),
    ("name == 'remove' and known and servers == {}", [1, 2, 3, 4, 5]),
    ("name == 'remove' and was and not known and servers == {}", [0, 1, 2, 3]),
    ("name == 'remove' and begins and known and servers == {}", [2, 3, 4]),
    ("name == 'remove' and prefixes and known and servers == {}", [2, 3, 4]),
    ("name == 'remove' and folded and servers == {}", [1, 2, 3]),
    ("name == 'remove' and remove == {}", [*range(8)]),
    ("name == 'owner' and servers == {}", [*range(8)]),
    ("name == 'owner' and owner == {}", [*range(12)]),
    ("name == 'owner' and same and times == {}", [1, 2, 3]),
    ("name == 'owner' and moved and same and servers == {}", [1, 2, 3]),
    ("name == 'owner' and less and servers == {}", [1, 2, 3]),
    ("name == 'owner' and more and servers == {}", [2, 3, 4]),
    ("name == 'owner' and known and servers == {}", [1, 2, 3]),
    ("name == 'owner' and not servers and changes == {}", [0, 2, 4]),
    ("name == 'owner' and last == {!r} and servers", ["add", "remove", "owner", "owners"]),
    ("name == 'owners' and n == {}", [1, 2, 3, 10]),
    ("name == 'owners' and n == servers == {}", [1, 2, 3]),
    ("name == 'owners' and n > servers == {}", [0, 1, 2, 3, 4, 5]),
    ("name == 'owners' and n < servers == {}", [2, 3, 4, 5]),
    ("name == 'owners' and same and times == {}", [1, 2, 3]),
    ("name == 'owners' and less and n == {}", [1, 2, 3, 10]),
    ("name == 'owners' and more and n == {}", [1, 2, 3, 10]),
    ("name == 'owners' and known and n == {}", [1, 2, 3]),
    ("name == 'owners' and owners == {}", [*range(10)]),
    ("name == 'owners' and changes == {}", [*range(8)]),
    ("changes == {} and name == 'owner'", [*range(10)]),
]
