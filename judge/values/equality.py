"""Exact equality of decoded values, in type and content: `True` is not 1, a tuple is not a list.

Runs in linear time and never raises. A NaN equals nothing, itself included.
"""

import itertools
import marshal
from collections.abc import Iterator
from typing import Any

from judge.records import dataclass
from judge.values.answers import Foreign, Linked, Node, Tree


class Missing:
    """The type of `MISSING`, a placeholder for an item that only one of two values has."""


MISSING = Missing()


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where two values differ: its path, and what each value has there."""

    path: tuple[Any, ...]
    expected: Any
    actual: Any


def difference(expected: Any, actual: Any) -> Difference | None:
    """Return the first difference, or None when both are equal in type and content."""
    if _same_bytes(expected, actual):
        return None
    path: list[Any] = []
    stack: list[Iterator[tuple[Any, Any, Any]]] = [iter([(None, expected, actual)])]
    while stack:
        step, want, got = next(stack[-1], _DONE)
        if step is _DONE[0]:
            stack.pop()
            continue
        path[len(stack) - 1 :] = [step]
        inside = _inside(want, got)
        if inside is None:
            return Difference(tuple(path[1:]), want, got)
        stack.append(inside)
    return None


_DONE = (object(), None, None)
_SCALARS = frozenset({type(None), bool, int, float, str, bytes})


def _same_bytes(expected: Any, actual: Any) -> bool:
    """Compare two values at the speed of C; True means equal, False means not known.

    Version 2 of `marshal` writes types and contents alone, no references and no interning.
    """
    try:
        if expected != actual:
            return False
        written = marshal.dumps(expected, 2)
        if written != marshal.dumps(actual, 2):
            return False
        # Python finds two lists equal if both hold the same NaN object. `g` marks a float.
        return b"g" not in written or bool(marshal.loads(written) == actual)  # noqa: S302 - written two lines above
    except (ValueError, RecursionError):  # a node, or nested too deeply for marshal
        return False


def _inside(want: Any, got: Any) -> Iterator[tuple[Any, Any, Any]] | None:
    """Return the pairs of items of two values of one type and structure; None if they differ."""
    kind = type(want)
    if kind is not type(got):
        return None
    if kind in _SCALARS or kind is Foreign:
        return iter(()) if want == got else None
    if kind is list or kind is tuple:
        pairs = itertools.zip_longest(want, got, fillvalue=MISSING)
        return ((index, *pair) for index, pair in enumerate(pairs))
    if kind is Node:
        return iter([("value", want.value, got.value)])
    if kind is Tree or kind is Linked:
        return iter([("values", want.values, got.values)])
    return _unordered(want, got)


def _unordered(want: Any, got: Any) -> Iterator[tuple[Any, Any, Any]] | None:
    if type(want) is not dict:
        return iter(()) if key(want) == key(got) else None
    wanted, given = ({key(name): name for name in part} for part in (want, got))
    if wanted.keys() != given.keys():
        return None
    return ((name, want[name], got[given[text]]) for text, name in wanted.items())


_nan = itertools.count()


def key(value: Any) -> str:
    """Return a text that two values share exactly when they are equal."""
    kind = type(value)
    if kind is str:
        return f"s{len(value)}:{value}"
    if kind is int:
        # hexadecimal takes linear time and has no limit on digits
        return f"{value:x}"
    if kind is float:
        return f"nan{next(_nan)}" if value != value else repr(value + 0.0)  # noqa: PLR0124 - NaN
    if kind in (list, tuple):
        return f"{kind.__name__}[{','.join(map(key, value))}]"
    if kind in (set, frozenset):
        return f"{kind.__name__}[{','.join(sorted(map(key, value)))}]"
    if kind is dict:
        pairs = sorted(f"{key(name)}={key(item)}" for name, item in value.items())
        return f"dict[{','.join(pairs)}]"
    if kind is Node:
        return f"node[{key(value.value)}]"
    if kind is Tree or kind is Linked:
        return f"{kind.__name__}[{','.join(map(key, value.values))}]"
    return f"{kind.__name__}{value!r}"
