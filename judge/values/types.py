"""Parse the types that a package declares (`list[tuple[str, int]]`), and check values by them.

Only plain types are known. Every value matches any other name (`TreeNode`, `Any`).
"""

import ast
import functools
from collections.abc import Iterable, Sequence
from typing import Any

from judge.records import dataclass
from judge.values.syntax import parse_expression

#: The type of an unknown name: it matches every value.
ANYTHING = "anything"
UNION = "union"
REST = "..."

_KINDS: dict[str, type] = {
    "None": type(None),
    "bool": bool,
    "int": int,
    "float": float,
    "str": str,
    "bytes": bytes,
    "list": list,
    "tuple": tuple,
    "dict": dict,
    "set": set,
    "frozenset": frozenset,
}
_NAMES = {"List": "list", "Tuple": "tuple", "Dict": "dict", "Set": "set", "FrozenSet": "frozenset"}
_TEXT_KEYS = frozenset({"str", ANYTHING})


@dataclass(frozen=True, slots=True)
class TypeExpr:
    """One type: its name and its type arguments."""

    name: str
    inside: tuple["TypeExpr", ...] = ()

    @property
    def kind(self) -> type | None:
        """The built-in type itself; None for a union and for `ANYTHING`."""
        return _KINDS.get(self.name)

    @property
    def native(self) -> bool:
        """Whether JSON has this type, so that a value read from JSON needs no conversion."""
        if self.name in {"tuple", "set", "frozenset", "bytes", "float"}:
            return False
        if self.name == "dict" and self.inside and self.inside[0].name not in _TEXT_KEYS:
            return False
        return all(part.native for part in self.inside)

    def members(self, length: int) -> "tuple[TypeExpr, ...] | None":
        """Return the types of a tuple's members; None if there are not so many of them."""
        parts = _parts(self, length)
        return (parts,) * length if isinstance(parts, TypeExpr) else parts

    def __str__(self) -> str:
        inside = [str(part) for part in self.inside]
        if self.name == UNION:
            return " | ".join(inside)
        return f"{self.name}[{', '.join(inside)}]" if inside else self.name


@functools.lru_cache(maxsize=256)
def parse_type(text: str) -> TypeExpr:
    """Parse a type expression; `ANYTHING` if it cannot be parsed."""
    try:
        return _read(parse_expression(text.strip()).body)
    except (SyntaxError, ValueError, RecursionError):
        return TypeExpr(ANYTHING)


def _read(node: ast.expr) -> TypeExpr:
    if isinstance(node, ast.Constant) and node.value is None:
        return TypeExpr("None")
    if isinstance(node, ast.Constant) and node.value is ...:
        return TypeExpr(REST)
    if isinstance(node, ast.Name):
        name = _NAMES.get(node.id, node.id)
        return TypeExpr(name if name in _KINDS else ANYTHING)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _union([_read(node.left), _read(node.right)])
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        return _generic(node.value.id, [_read(part) for part in parts])
    return TypeExpr(ANYTHING)


def _generic(name: str, inside: list[TypeExpr]) -> TypeExpr:
    if name == "Optional":
        return _union([*inside, TypeExpr("None")])
    if name == "Union":
        return _union(inside)
    outer = _NAMES.get(name, name)
    wanted = {"list": 1, "set": 1, "frozenset": 1, "dict": 2, "tuple": len(inside)}.get(outer)
    return TypeExpr(outer, tuple(inside)) if wanted == len(inside) else TypeExpr(ANYTHING)


def _union(options: Iterable[TypeExpr]) -> TypeExpr:
    flat: list[TypeExpr] = []
    for option in options:
        flat += option.inside if option.name == UNION else [option]
    return TypeExpr(UNION, tuple(flat))


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
    parts = _parts(declared, len(value))
    if parts is None:
        return Mismatch(path, declared, value)
    if isinstance(parts, TypeExpr):
        if not parts.inside and parts.kind is not None and set(map(type, value)) <= {parts.kind}:
            return None
        parts = (parts,) * len(value)
    for index, (part, item) in enumerate(zip(parts, value, strict=True)):
        found = _mismatch(part, item, (*path, index), loose=loose)
        if found is not None:
            return found
    return None


def _parts(declared: TypeExpr, length: int) -> "TypeExpr | tuple[TypeExpr, ...] | None":
    """Return one type for all members, or one for each; None if their number is wrong."""
    inside = declared.inside
    if declared.name != "tuple":
        return inside[0]
    if len(inside) == 2 and inside[1].name == REST:
        return inside[0]
    return inside if len(inside) == length else None


def from_json(declared: TypeExpr, value: Any) -> Any:
    """Convert a JSON value to its declared type: JSON has no tuples, sets or keys other than text.

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


def plain_kinds(declared: TypeExpr) -> frozenset[type]:
    """Return the types whose values match without a look at their items."""
    options = declared.inside if declared.name == UNION else (declared,)
    kinds = (option.kind for option in options if not option.inside)
    return frozenset(kind for kind in kinds if kind is not None)


def takes(declared: TypeExpr, name: str) -> bool:
    """Whether a value of the built-in type `name` may be of the declared type."""
    options = declared.inside if declared.name == UNION else (declared,)
    return any(option.name == name for option in options)


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
    parts = _parts(declared, len(items))
    if parts is None:
        return value
    each = (parts,) * len(items) if isinstance(parts, TypeExpr) else parts
    return tuple(from_json(part, item) for part, item in zip(each, items, strict=True))


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
    return text if declared.name in _TEXT_KEYS else ast.literal_eval(parse_expression(text))


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
