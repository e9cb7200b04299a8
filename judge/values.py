"""Decoded answers as JSON and as short text. All of them are hostile; work is bounded."""

import json
import math
from typing import Any

from sandbox.answers import Foreign, Linked, Node, Tree

SHOW_ITEMS = 40
#: Integers above this many bits are shown by their length: their text would take for ever.
SHOW_BITS = 4096


def to_json(value: Any) -> Any:
    """Return a decoded answer in the JSON form of a report.

    Plain values are themselves; what JSON cannot hold is an object that names its type.
    """
    kind = type(value)
    if value is None or kind in (bool, str):
        return value
    if kind is int:
        return value if value.bit_length() <= SHOW_BITS else {"int": _big(value)}
    if kind is float:
        return value if math.isfinite(value) else {"float": repr(value)}
    if kind is list or kind is tuple:
        return [to_json(item) for item in value]
    return _tagged(value)


def _tagged(value: Any) -> Any:
    if isinstance(value, Node):
        return to_json(value.value)
    if isinstance(value, Tree | Linked):
        return [to_json(item) for item in value.values]
    if isinstance(value, dict):
        if all(type(key) is str for key in value):
            return {key: to_json(item) for key, item in value.items()}
        return {"dict": [[to_json(key), to_json(item)] for key, item in value.items()]}
    if isinstance(value, set | frozenset):
        return {type(value).__name__: [to_json(item) for item in ordered(value)]}
    if isinstance(value, bytes):
        return {"bytes": value.decode("latin-1")}
    if isinstance(value, Foreign):
        return {"type": value.type, "text": value.text}
    return {"type": type(value).__name__}


def ordered(items: Any) -> list[Any]:
    """Return the members of a set in an order that does not hang on hashes."""
    return sorted(items, key=lambda item: (type(item).__name__, show(item, 200)))


def _big(value: int) -> str:
    digits = int(value.bit_length() * 0.30103) + 1
    return f"an integer of about {digits} digits"


def type_name(value: Any) -> str:
    """Return the type of a decoded answer as people call it."""
    if value is None:
        return "None"
    if isinstance(value, Node):
        return "a node"
    if isinstance(value, Foreign):
        return value.type
    return type(value).__name__


def show(value: Any, limit: int = 80) -> str:
    """Return one line of text for a decoded answer or a JSON value, at most `limit` long."""
    text = _show(value, limit)
    return text if len(text) <= limit else f"{text[: max(limit - 3, 1)]}..."


def _show(value: Any, limit: int) -> str:
    kind = type(value)
    if kind is str:
        return json.dumps(value[: limit + 1], ensure_ascii=False)
    if kind is int and value.bit_length() > SHOW_BITS:
        return _big(value)
    if kind in (bool, int, float) or value is None:
        return repr(value)
    if isinstance(value, Node):
        return f"node {_show(value.value, limit)}"
    if isinstance(value, Foreign):
        return f"<{value.type}>"
    if isinstance(value, bytes):
        return repr(value[: limit + 1])
    if isinstance(value, Tree | Linked):
        return _items(list(value.values[: SHOW_ITEMS + 1]), len(value.values), "[]", limit)
    if isinstance(value, dict):
        return _dictionary(value, limit)
    if isinstance(value, set | frozenset):
        if len(value) > 10 * SHOW_ITEMS:
            return f"a {kind.__name__} of {len(value)}"
        return _items(ordered(value), len(value), "{}", limit)
    if kind in (list, tuple):
        brackets = "[]" if kind is list else "()"
        return _items(list(value[: SHOW_ITEMS + 1]), len(value), brackets, limit)
    return f"<{kind.__name__}>"


def _items(items: list[Any], total: int, brackets: str, limit: int) -> str:
    parts, length = [], 0
    for item in items:
        if length > limit or len(parts) == SHOW_ITEMS:
            parts.append(f"... {total} in all")
            break
        parts.append(_show(item, limit))
        length += len(parts[-1]) + 2
    comma = "," if brackets == "()" and total == 1 else ""
    return f"{brackets[0]}{', '.join(parts)}{comma}{brackets[1]}"


def _dictionary(value: dict[Any, Any], limit: int) -> str:
    parts, length = [], 0
    for key, item in value.items():
        if length > limit or len(parts) == SHOW_ITEMS:
            parts.append(f"... {len(value)} in all")
            break
        parts.append(f"{_show(key, limit)}: {_show(item, limit)}")
        length += len(parts[-1]) + 2
    return "{" + ", ".join(parts) + "}"
