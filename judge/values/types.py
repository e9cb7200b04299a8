"""The types that a package declares (`list[tuple[str, int]]`), parsed.

Only plain types are known. Every value matches any other name (`TreeNode`, `Any`).
"""

import ast
import functools
from collections.abc import Iterable

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
TEXT_KEYS = frozenset({"str", ANYTHING})


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
        if self.name == "dict" and self.inside and self.inside[0].name not in TEXT_KEYS:
            return False
        return all(part.native for part in self.inside)

    @property
    def item(self) -> "TypeExpr | None":
        """The one type of all members of a list, a set or a `tuple[int, ...]`."""
        alike = self.name != "tuple" or (len(self.inside) == 2 and self.inside[1].name == REST)
        return self.inside[0] if alike and self.inside else None

    def members(self, length: int) -> "tuple[TypeExpr, ...] | None":
        """Return the types of so many members; None if a tuple has another number of them."""
        item = self.item
        if item is not None:
            return (item,) * length
        return self.inside if len(self.inside) == length else None

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


def plain_kinds(declared: TypeExpr) -> frozenset[type]:
    """Return the types whose values match without a look at their items."""
    options = declared.inside if declared.name == UNION else (declared,)
    kinds = (option.kind for option in options if not option.inside)
    return frozenset(kind for kind in kinds if kind is not None)


def takes(declared: TypeExpr, name: str) -> bool:
    """Whether a value of the built-in type `name` may be of the declared type."""
    options = declared.inside if declared.name == UNION else (declared,)
    return any(option.name == name for option in options)
