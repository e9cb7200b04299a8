"""JSON values as one line of text, in the words of Python: `None`, `True`, `'abc'`."""

from collections.abc import Sequence
from typing import Any

from judge.kinds import Shortened
from judge.values import escape, show

#: Deeper nesting than any problem has; a hostile answer may have any.
DEEPEST = 40
#: Items of a list, and characters of a string, that are shown before the middle is left out.
ITEMS = 12
CHARACTERS = 60


class _Pair(tuple[str, Any]):
    """A key of an object and its value."""

    __slots__ = ()


def literal(value: Any) -> str:
    """Return the whole value as one line. It is safe to print, and may be very long."""
    text = _text(value, items=None, depth=0)
    return escape(text, len(text))


def short_literal(value: Any, items: int = ITEMS) -> str:
    """Return the value as one short line: the middle of what is long is left out, and counted."""
    text = _text(value, items=items, depth=0)
    if len(text) > 50 * items and items > 1:
        return short_literal(value, items // 2)
    return escape(text, 100 * ITEMS)


def _text(value: Any, *, items: int | None, depth: int) -> str:
    if depth > DEEPEST:
        return "..."
    if isinstance(value, dict):
        tagged = _tagged(value, items, depth)
        if tagged is not None:
            return tagged
        pairs = [_Pair((str(key), item)) for key, item in value.items()]
        return "{" + ", ".join(_items(pairs, items, depth)) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_items(value, items, depth)) + "]"
    if isinstance(value, Shortened):
        return str(value)
    if isinstance(value, _Pair):
        name = _text(value[0], items=items, depth=depth)
        return f"{name}: {_text(value[1], items=items, depth=depth)}"
    if isinstance(value, str) and items is not None and len(value) > CHARACTERS:
        return _short_string(value)
    text = repr(value)
    if items is not None and isinstance(value, int) and len(text) > CHARACTERS:
        return show(value)
    return text


def _tagged(value: dict[Any, Any], items: int | None, depth: int) -> str | None:
    """Return the text of what JSON cannot hold and a report writes as an object; else None."""
    match value:
        case {"type": str(kind), "text": str(text)} if len(value) == 2:
            return f"<{kind}: {text}>"
        case {"type": str(kind)} if len(value) == 1:
            return f"<{kind}>"
        case {"set": list(members)} | {"frozenset": list(members)} if len(value) == 1:
            inside = ", ".join(_items(members, items, depth))
            name = next(iter(value))
            return f"{name}({{{inside}}})" if members else f"{name}()"
        case {"float": str(text)} | {"int": str(text)} if len(value) == 1:
            return text
        case {"bytes": str(text)} if len(value) == 1:
            return repr(text.encode("latin-1", "replace"))
    return None


def _items(values: Sequence[Any], items: int | None, depth: int) -> list[str]:
    if items is None or len(values) <= items:
        return [_text(item, items=items, depth=depth + 1) for item in values]
    head, tail = values[: items - items // 3], values[len(values) - items // 3 :]
    left = f"... {len(values) - len(head) - len(tail):,} more ..."
    texts = [[_text(item, items=items, depth=depth + 1) for item in part] for part in (head, tail)]
    return [*texts[0], left, *texts[1]]


def _short_string(value: str) -> str:
    half = CHARACTERS // 2
    left = len(value) - 2 * half
    return f"{value[:half]!r} ... {left:,} more characters ... {value[-half:]!r}"
