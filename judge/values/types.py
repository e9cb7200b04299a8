"""Types as a package declares them (`list[tuple[str, int]]`), and whether a value has one.

Only plain types are known. Any other name (`TreeNode`, `Any`) is a type that every value has.
"""

import ast
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from judge.values.syntax import parsed_expression

#: What an unknown name stands for.
ANYTHING = "anything"
UNION = "union"
REST = "..."

_KINDS: dict[str, type] = {
    "None": type(None), "bool": bool, "int": int, "float": float, "str": str, "bytes": bytes,
    "list": list, "tuple": tuple, "dict": dict, "set": set, "frozenset": frozenset,
}  # fmt: skip
_NAMES = {"List": "list", "Tuple": "tuple", "Dict": "dict", "Set": "set", "FrozenSet": "frozenset"}
_TEXT_KEYS = frozenset({"str", ANYTHING})


@dataclass(frozen=True, slots=True)
class Declared:
    """One type: its name, and the types of what is inside it."""

    name: str
    inside: tuple["Declared", ...] = ()

    @property
    def kind(self) -> type | None:
        """The built-in type itself; None for a union and for anything."""
        return _KINDS.get(self.name)

    @property
    def native(self) -> bool:
        """Whether JSON has this type, so that a value read from JSON is right as it is."""
        if self.name in {"tuple", "set", "frozenset", "bytes", "float"}:
            return False
        if self.name == "dict" and self.inside and self.inside[0].name not in _TEXT_KEYS:
            return False
        return all(part.native for part in self.inside)

    def __str__(self) -> str:
        inside = [str(part) for part in self.inside]
        if self.name == UNION:
            return " | ".join(inside)
        return f"{self.name}[{', '.join(inside)}]" if inside else self.name


@functools.lru_cache(maxsize=256)
def read_type(text: str) -> Declared:
    """Return the type that a text declares; what cannot be read is anything."""
    try:
        return _read(parsed_expression(text.strip()).body)
    except (SyntaxError, ValueError, RecursionError):
        return Declared(ANYTHING)


def _read(node: ast.expr) -> Declared:
    if isinstance(node, ast.Constant) and node.value is None:
        return Declared("None")
    if isinstance(node, ast.Constant) and node.value is ...:
        return Declared(REST)
    if isinstance(node, ast.Name):
        name = _NAMES.get(node.id, node.id)
        return Declared(name if name in _KINDS else ANYTHING)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _union([_read(node.left), _read(node.right)])
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        return _generic(node.value.id, [_read(part) for part in parts])
    return Declared(ANYTHING)


def _generic(name: str, inside: list[Declared]) -> Declared:
    if name == "Optional":
        return _union([*inside, Declared("None")])
    if name == "Union":
        return _union(inside)
    outer = _NAMES.get(name, name)
    wanted = {"list": 1, "set": 1, "frozenset": 1, "dict": 2, "tuple": len(inside)}.get(outer)
    return Declared(outer, tuple(inside)) if wanted == len(inside) else Declared(ANYTHING)


def _union(options: Iterable[Declared]) -> Declared:
    flat: list[Declared] = []
    for option in options:
        flat += option.inside if option.name == UNION else [option]
    return Declared(UNION, tuple(flat))


@dataclass(frozen=True, slots=True)
class Misfit:
    """The first place in a value that has another type than was declared."""

    path: tuple[Any, ...]
    wanted: Declared
    value: Any


def misfit(declared: Declared, value: Any, *, pairs_as_lists: bool = False) -> Misfit | None:
    """Return the first misfit in a value of any kind, or None. Linear in the value.

    With `pairs_as_lists`, a list inside the value may stand where a tuple is declared.
    """
    return _misfit(declared, value, (), loose=pairs_as_lists)


def first_misfit(texts: Sequence[str], values: Sequence[Any]) -> int | None:
    """Return the index of the first value that has another type than its text declares, or None.

    As `misfit` with `pairs_as_lists`, and at little cost where many values have one plain type.
    """
    plain = {text: _plain_kinds(read_type(text)) for text in set(texts)}
    for index, (text, value) in enumerate(zip(texts, values, strict=True)):
        if type(value) not in plain[text] and misfit(read_type(text), value, pairs_as_lists=True):
            return index
    return None


def _plain_kinds(declared: Declared) -> frozenset[type]:
    """Return the types of the values that fit whatever is inside them."""
    options = declared.inside if declared.name == UNION else (declared,)
    kinds = (option.kind for option in options if not option.inside)
    return frozenset(kind for kind in kinds if kind is not None)


def _misfit(declared: Declared, value: Any, path: tuple[Any, ...], *, loose: bool) -> Misfit | None:
    if declared.name == ANYTHING:
        return None
    if declared.name == UNION:
        found = [_misfit(option, value, path, loose=loose) for option in declared.inside]
        if None in found:
            return None
        # of several misfits the one deepest inside belongs to the option that was meant
        deepest = max(found, key=lambda one: len(one.path) if one is not None else 0)
        inside = deepest is not None and len(deepest.path) > len(path)
        return deepest if inside else Misfit(path, declared, value)
    kind = type(value)
    if kind is not declared.kind and not (loose and path and (declared.name, kind) == _PAIR):
        return Misfit(path, declared, value)
    if not declared.inside:
        return None
    return _inside(declared, value, path, loose=loose)


_PAIR = ("tuple", list)


def _inside(declared: Declared, value: Any, path: tuple[Any, ...], *, loose: bool) -> Misfit | None:
    if declared.name == "dict":
        keys, values = declared.inside
        for key, item in value.items():
            found = _misfit(keys, key, (*path, key), loose=loose)
            found = found or _misfit(values, item, (*path, key), loose=loose)
            if found is not None:
                return found
        return None
    parts = _parts(declared, len(value))
    if parts is None:
        return Misfit(path, declared, value)
    if isinstance(parts, Declared):
        if not parts.inside and parts.kind is not None and set(map(type, value)) <= {parts.kind}:
            return None
        parts = (parts,) * len(value)
    for index, (part, item) in enumerate(zip(parts, value, strict=True)):
        found = _misfit(part, item, (*path, index), loose=loose)
        if found is not None:
            return found
    return None


def _parts(declared: Declared, length: int) -> "Declared | tuple[Declared, ...] | None":
    """Return the type of all members, or of each; None when their number is wrong."""
    inside = declared.inside
    if declared.name != "tuple":
        return inside[0]
    if len(inside) == 2 and inside[1].name == REST:
        return inside[0]
    return inside if len(inside) == length else None


def restored(declared: Declared, value: Any) -> Any:
    """Return the value that JSON stands for: JSON knows no tuple, no set, no key but text.

    What does not fit the declared type comes back as it is.
    """
    if declared.native:
        return value
    if declared.name == UNION:
        options = (restored(option, value) for option in declared.inside)
        pairs = zip(declared.inside, options, strict=True)
        return next((found for option, found in pairs if misfit(option, found) is None), value)
    try:
        return _RESTORING[declared.name](declared, value)
    except (TypeError, ValueError, LookupError, AttributeError, SyntaxError):
        return value


def _list(declared: Declared, value: Any) -> Any:
    return [restored(declared.inside[0], item) for item in _of(list, value)]


def _tuple(declared: Declared, value: Any) -> Any:
    items = _of(list, value)
    if not declared.inside:
        return tuple(items)
    parts = _parts(declared, len(items))
    if parts is None:
        return value
    each = (parts,) * len(items) if isinstance(parts, Declared) else parts
    return tuple(restored(part, item) for part, item in zip(each, items, strict=True))


def _set(declared: Declared, value: Any) -> Any:
    items = value[declared.name] if type(value) is dict else _of(list, value)
    part = declared.inside[0] if declared.inside else Declared(ANYTHING)
    members = [restored(part, item) for item in items]
    return set(members) if declared.name == "set" else frozenset(members)


def _dict(declared: Declared, value: Any) -> Any:
    keys, values = declared.inside
    if set(value) == {"dict"} and type(value["dict"]) is list:
        pairs = value["dict"]
    else:
        pairs = [(_key(keys, key), item) for key, item in _of(dict, value).items()]
    return {restored(keys, key): restored(values, item) for key, item in pairs}


def _key(declared: Declared, text: str) -> Any:
    """Return the key that a JSON object's key stands for: `{"1": "a"}` of a `dict[int, str]`."""
    return text if declared.name in _TEXT_KEYS else ast.literal_eval(parsed_expression(text))


def _float(_: Declared, value: Any) -> Any:
    if type(value) is int:
        return float(value)
    return float(_of(str, value["float"])) if type(value) is dict else value


def _bytes(_: Declared, value: Any) -> Any:
    return _of(str, value["bytes"]).encode("latin-1")


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value


_RESTORING = {
    "list": _list, "tuple": _tuple, "set": _set, "frozenset": _set, "dict": _dict,
    "float": _float, "bytes": _bytes,
}  # fmt: skip
