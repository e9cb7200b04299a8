"""Format decoded answers as short text. Answers are hostile; work is bounded."""

import json
from collections.abc import Iterable
from typing import Any

from judge.values.replies import Foreign, Linked, Node, Tree

SHOW_ITEMS = 40
#: Integers above this many bits are shown by their number of digits alone.
SHOW_BITS = 4096
#: Levels of nested sets that are sorted; each further level costs another walk.
ORDERED_LEVELS = 2
#: Sets with more members than this are shown by their size.
SHOW_MEMBERS = 100


def ordered(items: Any, levels: int = ORDERED_LEVELS) -> list[Any]:
    """Return the members of a set in an order that does not depend on hashes.

    Sets nested more than `levels` deep are not sorted, because each level costs another walk
    through everything inside it.
    """
    kinds = set(map(type, items))
    if kinds <= {int} or kinds <= {str}:
        return sorted(items)
    if levels <= 0:
        return list(items)
    return sorted(items, key=lambda item: (type(item).__name__, _show(item, 200, levels - 1)))


def _big(value: int) -> str:
    digits = int(value.bit_length() * 0.30103) + 1
    return f"an integer of about {digits} digits"


def type_name(value: Any) -> str:
    """Return the name of a decoded answer's type, as people say it."""
    if value is None:
        return "None"
    if isinstance(value, Node):
        return "a node"
    if isinstance(value, Foreign):
        return value.type[:80]
    return type(value).__name__


def show(value: Any, limit: int = 80) -> str:
    """Format a decoded answer or a JSON value on one line of at most `limit` characters."""
    text = _show(value, limit, ORDERED_LEVELS)
    return text if len(text) <= limit else f"{text[: max(limit - 3, 1)]}..."


def _show(value: Any, limit: int, levels: int) -> str:
    kind = type(value)
    if kind is str:
        return json.dumps(value[: limit + 1], ensure_ascii=False)
    if kind is int and value.bit_length() > SHOW_BITS:
        return _big(value)
    if kind in (bool, int, float) or value is None:
        return repr(value)
    if isinstance(value, Node):
        return f"node {_show(value.value, limit, levels)}"
    if isinstance(value, Foreign):
        return f"<{value.type[:limit]}>"
    if isinstance(value, bytes):
        return repr(value[: limit + 1])
    return _show_container(value, limit, levels)


def _show_container(value: Any, limit: int, levels: int) -> str:
    kind = type(value)
    if isinstance(value, Tree | Linked):
        return _items(value.values, len(value.values), "[]", limit, levels)
    if isinstance(value, dict):
        return _dictionary(value, limit, levels)
    if isinstance(value, set | frozenset):
        return _set(value, limit, levels)
    if kind in (list, tuple):
        return _items(value, len(value), "[]" if kind is list else "()", limit, levels)
    return f"<{kind.__name__}>"


def _set(value: set[Any] | frozenset[Any], limit: int, levels: int) -> str:
    kind = type(value).__name__
    if len(value) > SHOW_MEMBERS:
        return f"a {kind} of {len(value)}"
    text = _items(ordered(value, levels), len(value), "{}", limit, levels - 1) if value else ""
    return text if kind == "set" and value else f"{kind}({text})"


def _items(items: Iterable[Any], total: int, brackets: str, limit: int, levels: int) -> str:
    parts: list[str] = []
    length = 0
    for item in items:
        if length > limit or len(parts) == SHOW_ITEMS:
            parts.append(f"... {total} in all")
            break
        parts.append(_show(item, limit, levels))
        length += len(parts[-1]) + 2
    comma = "," if brackets == "()" and total == 1 else ""
    return f"{brackets[0]}{', '.join(parts)}{comma}{brackets[1]}"


def _dictionary(value: dict[Any, Any], limit: int, levels: int) -> str:
    pairs = (f"{_show(k, limit, levels)}: {_show(v, limit, levels)}" for k, v in value.items())
    parts: list[str] = []
    length = 0
    for pair in pairs:
        if length > limit or len(parts) == SHOW_ITEMS:
            parts.append(f"... {len(value)} in all")
            break
        parts.append(pair)
        length += len(pair) + 2
    return "{" + ", ".join(parts) + "}"
