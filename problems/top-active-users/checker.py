"""Compares the pairs in order; a pair may be a tuple or a list."""

from typing import Any

Pair = tuple[str, int]


def check(arguments: dict[str, Any], expected: Any, actual: Any) -> str | None:
    """Return what the first difference is, or None."""
    del arguments  # the expected answer says it all
    wanted: list[Pair] = [(name, count) for name, count in expected]
    found: list[Pair] = []
    for place, pair in enumerate(actual[: len(wanted) + 1]):
        if not _is_pair(pair):
            return f"place {place + 1} must be a pair of a name and a number"
        found.append((pair[0], pair[1]))
    if found == wanted:
        return None
    return _order(wanted, found) or _first_difference(wanted, found, len(actual))


def _is_pair(pair: Any) -> bool:
    return (
        type(pair) in (tuple, list)
        and len(pair) == 2
        and type(pair[0]) is str
        and type(pair[1]) is int
    )


def _order(wanted: list[Pair], found: list[Pair]) -> str | None:
    if len(found) != len(wanted) or sorted(found) != sorted(wanted):
        return None
    return "the right users, but in another order: the largest number first, then by name"


def _first_difference(wanted: list[Pair], found: list[Pair], length: int) -> str:
    for place, (want, got) in enumerate(zip(wanted, found, strict=False)):
        if want != got:
            return f"place {place + 1}: {_shown(want)} was expected, it gave {_shown(got)}"
    if length > len(wanted):
        return f"{len(wanted)} users were expected, it gave {length}"
    return f"it gave {length} users, {_shown(wanted[length])} is missing"


def _shown(pair: Pair) -> str:
    """Return a pair in bounded length; a number is cut before it is written."""
    name = repr(pair[0][:60]) + ("..." if len(pair[0]) > 60 else "")
    number = str(pair[1]) if pair[1].bit_length() <= 100 else "a huge number"
    return f"({name}, {number})"
