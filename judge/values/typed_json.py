"""JSON read by declared types: it has no tuples, sets or keys other than text."""

import ast
from typing import Any

from judge.values.mismatches import mismatch
from judge.values.syntax import parse_expression
from judge.values.types import ANYTHING, TEXT_KEYS, UNION, TypeExpr


def from_json(declared: TypeExpr, value: Any) -> Any:
    """Convert a JSON value to its declared type.

    A value that does not match the type is returned unchanged.
    """
    if declared.native:
        return value
    if declared.name == UNION:
        options = (from_json(option, value) for option in declared.inside)
        pairs = zip(declared.inside, options, strict=True)
        return next((found for option, found in pairs if mismatch(option, found) is None), value)
    try:
        return _READERS[declared.name](declared, value)
    except (TypeError, ValueError, LookupError, AttributeError, SyntaxError):
        return value


def readings(declared: TypeExpr, value: Any) -> list[Any]:
    """Return a JSON value as each option of a union has it: `[1]` may be a tuple or a list.

    One that fits no option is returned unchanged; a type that is no union has one reading.
    """
    if declared.name != UNION:
        return [from_json(declared, value)]
    found = [(option, from_json(option, value)) for option in declared.inside]
    return [one for option, one in found if mismatch(option, one) is None] or [value]


def _list(declared: TypeExpr, value: Any) -> Any:
    return [from_json(declared.inside[0], item) for item in _exactly(list, value)]


def _tuple(declared: TypeExpr, value: Any) -> Any:
    items = _exactly(list, value)
    if not declared.inside:
        return tuple(items)
    parts = declared.members(len(items))
    if parts is None:
        return value
    return tuple(from_json(part, item) for part, item in zip(parts, items, strict=True))


def _set(declared: TypeExpr, value: Any) -> Any:
    items = value[declared.name] if type(value) is dict else _exactly(list, value)
    part = declared.inside[0] if declared.inside else TypeExpr(ANYTHING)
    members = [from_json(part, item) for item in items]
    return set(members) if declared.name == "set" else frozenset(members)


def _dict(declared: TypeExpr, value: Any) -> Any:
    keys, values = declared.inside
    if set(value) == {"dict"} and type(value["dict"]) is list:
        pairs = value["dict"]
    else:
        pairs = [(_key(keys, key), item) for key, item in _exactly(dict, value).items()]
    return {from_json(keys, key): from_json(values, item) for key, item in pairs}


def _key(declared: TypeExpr, text: str) -> Any:
    """Return the key that a JSON key encodes: 1 for `"1"` in a `dict[int, str]`."""
    return text if declared.name in TEXT_KEYS else ast.literal_eval(parse_expression(text))


def _float(_: TypeExpr, value: Any) -> Any:
    if type(value) is int:
        return float(value)
    return float(_exactly(str, value["float"])) if type(value) is dict else value


def _bytes(_: TypeExpr, value: Any) -> Any:
    return _exactly(str, value["bytes"]).encode("latin-1")


def _exactly(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value


_READERS = {
    "list": _list,
    "tuple": _tuple,
    "set": _set,
    "frozenset": _set,
    "dict": _dict,
    "float": _float,
    "bytes": _bytes,
}
