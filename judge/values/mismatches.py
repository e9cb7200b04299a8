"""Mismatches: where a value is not of its declared type."""

from collections.abc import Sequence
from typing import Any

from judge.records import dataclass
from judge.values.types import ANYTHING, UNION, TypeExpr, parse_type, plain_kinds


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The first place in a value whose type is not the declared one."""

    path: tuple[Any, ...]
    wanted: TypeExpr
    value: Any


def mismatch(declared: TypeExpr, value: Any, *, pairs_as_lists: bool = False) -> Mismatch | None:
    """Return the first mismatch between a value and its declared type, or None. Linear time.

    With `pairs_as_lists`, a list inside the value is accepted where a tuple is declared.
    """
    return _mismatch(declared, value, (), loose=pairs_as_lists)


def first_mismatch(texts: Sequence[str], values: Sequence[Any]) -> int | None:
    """Return the index of the first value that does not match its type expression, or None.

    Like `mismatch` with `pairs_as_lists`, but fast where many values have one plain type.
    """
    known = {text: parse_type(text) for text in set(texts)}
    plain = {text: plain_kinds(declared) for text, declared in known.items()}
    members = {
        text: plain_kinds(declared.inside[0])
        for text, declared in known.items()
        if declared.name == "list" and declared.inside
    }
    for index, (text, value) in enumerate(zip(texts, values, strict=True)):
        if type(value) in plain[text]:
            continue
        if type(value) is list and text in members and members[text].issuperset(map(type, value)):
            continue
        if mismatch(known[text], value, pairs_as_lists=True):
            return index
    return None


def _mismatch(
    declared: TypeExpr, value: Any, path: tuple[Any, ...], *, loose: bool
) -> Mismatch | None:
    if declared.name == ANYTHING:
        return None
    if declared.name == UNION:
        found = [_mismatch(option, value, path, loose=loose) for option in declared.inside]
        if None in found:
            return None
        # the deepest mismatch belongs to the option that was most likely meant
        deepest = max(found, key=lambda one: len(one.path) if one is not None else 0)
        inside = deepest is not None and len(deepest.path) > len(path)
        return deepest if inside else Mismatch(path, declared, value)
    kind = type(value)
    if kind is not declared.kind and not (loose and path and (declared.name, kind) == _LOOSE_PAIR):
        return Mismatch(path, declared, value)
    if not declared.inside:
        return None
    return _inside(declared, value, path, loose=loose)


_LOOSE_PAIR = ("tuple", list)


def _inside(
    declared: TypeExpr, value: Any, path: tuple[Any, ...], *, loose: bool
) -> Mismatch | None:
    if declared.name == "dict":
        keys, values = declared.inside
        for key, item in value.items():
            found = _mismatch(keys, key, (*path, key), loose=loose)
            found = found or _mismatch(values, item, (*path, key), loose=loose)
            if found is not None:
                return found
        return None
    item = declared.item
    plain = item.kind if item is not None and not item.inside else None
    if plain is not None and set(map(type, value)) <= {plain}:
        return None
    parts = declared.members(len(value))
    if parts is None:
        return Mismatch(path, declared, value)
    for index, (part, item) in enumerate(zip(parts, value, strict=True)):
        found = _mismatch(part, item, (*path, index), loose=loose)
        if found is not None:
            return found
    return None
