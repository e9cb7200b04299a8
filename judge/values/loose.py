"""Read an answer as what it stands for, where a package says `loose = true`.

People write a tuple for a list, 2 for 2.0, 1 for True and nothing for an empty list, and mean the
same. A bool stays no int, and a set stays no list: these are mistakes.
"""

from collections.abc import Sequence
from typing import Any

from judge.values.mismatches import mismatch
from judge.values.types import UNION, TypeExpr, parse_type, plain_kinds

#: Two floats this close are equal.
TOLERANCE = 1e-5


def as_declared(declared: TypeExpr, value: Any) -> Any:
    """Return a value with all parts of the declared type that they can stand for. Linear time.

    A tuple becomes a declared list, None an empty one, an int a declared float, 0 and 1 a declared
    bool, at every depth. What cannot stand for anything is returned as it is.
    """
    if declared.name == UNION:
        return _as_option(declared, value)
    kind = type(value)
    if declared.name == "list":
        if value is None:
            return []
        return _items(declared, value) if kind is list or kind is tuple else value
    if kind is int:
        return _number(declared, value)
    if declared.name in {"tuple", "dict"} and kind is declared.kind and declared.inside:
        return _inside(declared, value)
    return value


def all_as_declared(texts: Sequence[str], values: list[Any]) -> list[Any]:
    """Return each value as its type expression has it; fast where many have one plain type.

    What is declared as None, as nothing that counts, stays.
    """
    types = {text: parse_type(text) for text in set(texts)}
    plain = {text: plain_kinds(declared) for text, declared in types.items()}
    return [
        value if type(value) in plain[text] else as_declared(types[text], value)
        for text, value in zip(texts, values, strict=True)
    ]


def _as_option(declared: TypeExpr, value: Any) -> Any:
    """Return a value as the first option of a union that it is, or else can stand for."""
    if mismatch(declared, value) is None:
        return value
    readings = ((option, as_declared(option, value)) for option in declared.inside)
    return next((read for option, read in readings if mismatch(option, read) is None), value)


def _items(declared: TypeExpr, value: list[Any] | tuple[Any, ...]) -> list[Any]:
    items = value if type(value) is list else list(value)
    if not declared.inside:
        return items
    part = declared.inside[0]
    if not part.inside and set(map(type, items)) <= {part.kind}:
        return items
    read = [as_declared(part, item) for item in items]
    same = all(new is old for new, old in zip(read, items, strict=True))
    return items if same else read


def _number(declared: TypeExpr, value: int) -> Any:
    if declared.name == "bool" and value in (0, 1):
        return bool(value)
    if declared.name == "float":
        try:
            return float(value)
        except OverflowError:
            return value
    return value


def _inside(declared: TypeExpr, value: Any) -> Any:
    if declared.name == "dict":
        keys, items = declared.inside
        return {as_declared(keys, key): as_declared(items, item) for key, item in value.items()}
    parts = declared.members(len(value))
    if parts is None:
        return value
    return tuple(as_declared(part, item) for part, item in zip(parts, value, strict=True))


def settled(expected: Any, actual: Any) -> Any:
    """Return an answer with the expected float in place of each that is within `TOLERANCE` of it.

    Lists and tuples are walked together with the expected ones, item by item.
    """
    kind = type(expected)
    if kind is not type(actual):
        return actual
    if kind is float:
        return expected if abs(expected - actual) <= TOLERANCE else actual
    if kind is not list and kind is not tuple:
        return actual
    if len(expected) != len(actual) or not _may_hold_floats(expected):
        return actual
    return kind(settled(want, got) for want, got in zip(expected, actual, strict=True))


def _may_hold_floats(values: list[Any] | tuple[Any, ...]) -> bool:
    return not {float, list, tuple}.isdisjoint(map(type, values))
