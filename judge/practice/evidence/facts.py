"""Read facts of events and of packages, which may lack anything. Pure."""

import json
import math
from collections.abc import Mapping
from typing import Any

Facts = Mapping[str, Any]


def mapping(value: object) -> Facts:
    """Return a mapping, empty where there is none."""
    return value if isinstance(value, Mapping) else {}


def number(value: object) -> float | None:
    """Return a finite number, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def count(value: object) -> int:
    """Return how many there are, of a number or a list; 0 where that is unknown."""
    if isinstance(value, list | tuple):
        return len(value)
    found = number(value)
    return int(found) if found is not None and found > 0 else 0


def text(value: object) -> str:
    """Return a text without blanks around it, empty where there is none."""
    return value.strip() if isinstance(value, str) else ""


def names(value: object) -> frozenset[str]:
    """Return the names that a text, a list or the true entries of a mapping give.

    A list may hold names, or objects with a `code`, as notes of a report are.
    """
    if isinstance(value, str):
        return frozenset({value})
    if isinstance(value, Mapping):
        return frozenset(str(name) for name, holds in value.items() if holds)
    if isinstance(value, list | tuple):
        plain = (one.get("code") if isinstance(one, Mapping) else one for one in value)
        return frozenset(one for one in plain if isinstance(one, str))
    return frozenset()


def same_form(value: object) -> str:
    """Return a text that is equal for equal JSON values, however they were written."""
    found = value
    try:
        if isinstance(value, str):
            found = json.loads(value)
        return json.dumps(found, sort_keys=True, default=str)
    except (ValueError, TypeError, RecursionError):
        return value if isinstance(value, str) else ""
