"""Encode an answer: exact built-in types only, bounded, without running submitted code.

Types are compared with `type(x) is`, so a subclass is not taken for its base class. Plain JSON goes
straight to the C encoder; a value that JSON cannot express is tagged: `{"t":"tuple","v":[1,2]}`.
A long list with tuples is `{"t":"tuples","v":[[[1,2],3],[0]]}`: its members, and which are tuples.
"""

import json.encoder
import math
from collections import OrderedDict
from collections.abc import Callable, Iterable
from itertools import chain, islice, repeat
from sys import (
    get_int_max_str_digits,
    getrecursionlimit,
    set_int_max_str_digits,
    setrecursionlimit,
)
from types import NoneType
from typing import Any

from .faults import type_name
from .nodes import TreeNode

#: Most values in a nested answer; the byte cap on answers bounds flat lists.
MAX_NODES = 2_000_000
#: Most values that need a tag (tuples, sets, nodes, NaN): the judge builds each of them again.
MAX_TAGGED = 500_000
#: From so many members on, the tuples of a list are told by their places, not by a tag each: that
#: takes the judge, and this program, a sixth of the time.
MANY = 1_000
#: A longer flat list exceeds 16 MiB, however short its items are.
MAX_FLAT = 8_500_000
#: Nesting of brackets in the wire form; far below any recursion limit of the judge.
MAX_DEPTH = 200
#: Longer integers are sent in hexadecimal: decimal takes quadratic time and may be limited.
DECIMAL_BITS = 2_000
#: Longer integers are not sent, only named.
MAX_BITS = 400_000
LONG_TEXT = 200
#: From so many nodes of a tree to the next, it is looked whether one has two places.
STRIDE = 4_096
#: Sum of the squared sizes of sets and of dictionaries with keys other than text. The judge builds
#: no more than that, since hashes of such keys can be made to collide.
HASHING_BUDGET = 100_000_000

_SCALARS = frozenset({int, str, bool, NoneType, float})
#: Beyond this an integer may be a long one.
_WORD = 2**63
_DECIMAL_DIGITS = 4_300
_RECURSION = 5_000


class TooLargeError(Exception):
    """Raised when an answer is larger than the judge would read."""


class _OddError(Exception):
    """Raised when a whole answer can only be named, by its type and a hint."""


def _refuse(value: object) -> object:
    raise TypeError(type_name(value))


def _make_dump() -> Callable[[Any], str]:
    make = json.encoder.c_make_encoder  # type: ignore[attr-defined]  # missing in typeshed
    quote = json.encoder.c_encode_basestring  # type: ignore[attr-defined]  # missing in typeshed
    encode = make(None, _refuse, quote, None, ":", ",", False, False, False)
    return lambda value: "".join(encode(value, 0))


_dump = _make_dump()


def encode(value: Any, shape: str | tuple[str, ...] = "json", *, views: bool = False) -> bytes:
    """Encode an answer, never larger than the judge would read.

    Several shapes are those of the results in a list.
    With `views`, a view of a dictionary is the list of its items.
    """
    limit, digits = getrecursionlimit(), get_int_max_str_digits()
    setrecursionlimit(_RECURSION)
    set_int_max_str_digits(_DECIMAL_DIGITS)
    try:
        return _encode(value, shape, _Tagging(views=views)).encode("utf-8", "surrogatepass")
    finally:
        set_int_max_str_digits(digits)
        setrecursionlimit(limit)


def tagged(value: Any) -> Any:
    """Return a value in its wire form, as plain JSON; what is no plain value is named only."""
    try:
        return _Tagging().value(value, 0)
    except _OddError as odd:
        return _other(*odd.args)


def plain(value: Any) -> bytes:
    """Encode a value of our own as JSON."""
    return _dump(value).encode("utf-8", "surrogatepass")


def _encode(value: Any, shape: str | tuple[str, ...], tagging: "_Tagging") -> str:
    if isinstance(shape, tuple):
        return _dump([_part(*one, tagging) for one in zip(value, shape, strict=True)])
    try:
        if shape == "json":
            return _json(value, tagging)
        return _dump(_SHAPES[shape](value, tagging))
    except _OddError as odd:
        kind, text = odd.args
        return _dump(_other(kind, text))


def _part(value: Any, shape: str, tagging: "_Tagging") -> Any:
    """Encode one of several results, which may be odd by itself."""
    try:
        return tagging.value(value, 1) if shape == "json" else _SHAPES[shape](value, tagging)
    except _OddError as odd:
        return _other(*odd.args)


def _json(value: Any, tagging: "_Tagging") -> str:
    kind = type(value)
    if kind is list:
        try:
            if _plain(value):
                return _dump(value)
            if len(value) >= MANY and tuple in map(type, value):
                told = _with_tuples(value)
                if told is not None:
                    return told
        except ValueError:  # NaN, an infinity or a very long integer among them
            pass
    elif kind is str or kind is bool or value is None:
        return _dump(value)
    return _dump(tagging.value(value, 0))


def _with_tuples(value: list[Any]) -> str | None:
    """Encode a list of scalars and of lists and tuples of scalars; None if it holds more."""
    inner = [one for one in value if type(one) is tuple or type(one) is list]
    if not set(map(type, value)) <= _SCALARS_AND_LIST | {tuple}:
        return None
    if not set(map(type, chain.from_iterable(inner))) <= _SCALARS:
        return None
    places = [place for place, one in enumerate(value) if type(one) is tuple]
    if len(places) > MAX_TAGGED or len(value) + sum(map(len, inner)) > MAX_NODES:
        raise TooLargeError
    return _dump({"t": "tuples", "v": [value, places]})  # JSON writes both as arrays


def _plain(value: list[Any]) -> bool:
    """Whether plain JSON can express a value: lists of scalars, nested within bounds."""
    kinds = set(map(type, value))
    if kinds <= _SCALARS:
        if len(value) > MAX_FLAT:
            raise TooLargeError
        return True
    if not kinds <= _SCALARS_AND_LIST:
        return False
    level, left = [value], MAX_NODES
    for _ in range(MAX_DEPTH):
        below: list[list[Any]] = []
        for part in level:
            left -= len(part)
            if left < 0:
                raise TooLargeError
            kinds = set(map(type, part))
            if not kinds <= _SCALARS:
                if not kinds <= _SCALARS_AND_LIST:
                    return False
                below += [inner for inner in part if type(inner) is list]
        if not below:
            return True
        level = below
    return False


_SCALARS_AND_LIST = _SCALARS | {list}


class _Tagging:
    """Converts an answer to tagged JSON in one walk, within one budget of values."""

    def __init__(self, *, views: bool = False) -> None:
        self._views = views
        self._left = MAX_NODES
        self._tags = MAX_TAGGED
        self._hashing = HASHING_BUDGET
        self._open: set[int] = set()

    def value(self, value: Any, depth: int) -> Any:
        kind = type(value)
        if kind is str or kind is bool or value is None:
            return value
        if kind is int:
            if value.bit_length() <= DECIMAL_BITS:
                return value
        elif kind is float and math.isfinite(value):
            return value
        elif kind is list:
            return self._container(kind, value, depth)
        return self._tagged(kind, value, depth)

    def _tagged(self, kind: type, value: Any, depth: int) -> Any:
        self._tags -= 1
        if self._tags < 0:
            raise TooLargeError
        if kind is int:
            return _long(value)
        if kind is float:
            return {"t": "float", "v": str(value)}
        if kind is bytes:
            return {"t": "bytes", "v": value.decode("latin-1")}
        if kind in _CONTAINERS:
            return self._container(kind, value, depth)
        if self._views and kind in _VIEWS:
            return self._container(list, list(value), depth)
        return _named(value)

    def held(self, values: list[Any]) -> list[Any]:
        """Encode the values that nodes hold."""
        low, high = -_WORD, _WORD
        return [
            value
            if value is None or (type(value) is int and low < value < high)
            else self.value(value, 2)
            for value in values
        ]

    def spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise TooLargeError

    def _container(self, kind: type, value: Any, depth: int) -> Any:
        name = kind.__name__
        if depth >= MAX_DEPTH:
            raise _OddError(name, f"a {name} nested more than {MAX_DEPTH} deep")
        if id(value) in self._open:
            raise _OddError(f"cyclic {name}", f"a {name} that contains itself")
        self.spend(len(value))
        if kind in _HASHED and not set(map(type, value)) <= {str}:
            self._hashing -= len(value) ** 2
            if self._hashing < 0:
                raise _OddError(name, f"a {name} of {len(value):,} members, too many to compare")
        self._open.add(id(value))
        if kind is list:
            encoded: Any = [self.value(member, depth + 1) for member in value]
        elif kind is dict:
            inside = depth + 3
            pairs = [[self.value(k, inside), self.value(v, inside)] for k, v in value.items()]
            encoded = {"t": name, "v": pairs}
        else:
            members = [self.value(member, depth + 2) for member in value]
            encoded = {"t": name, "v": members if kind is tuple else _in_order(members)}
        self._open.discard(id(value))
        return encoded


_HASHED = frozenset({set, frozenset, dict})
_CONTAINERS = _HASHED | {list, tuple}


def _in_order(members: list[Any]) -> list[Any]:
    """Sort the members of a set, so that equal answers have equal wire forms."""
    try:
        return sorted(members)
    except TypeError:
        return sorted(members, key=_dump)


def _long(value: int) -> dict[str, str]:
    if value.bit_length() > MAX_BITS:
        return _other("int", f"an int of {value.bit_length():,} bits")
    return {"t": "int", "v": hex(value)}


def _tree(root: Any, tagging: _Tagging) -> Any:
    """Encode a tree as its level order; a value that is not a node is encoded as it is."""
    if root is not None and not _is_node(root):
        return tagging.value(root, 0)
    values, nodes = ([], []) if root is None else ([root.val], [root])
    following = iter(nodes)
    seen: set[int] = set()
    while (known := len(seen)) < len(nodes):
        for node in islice(following, STRIDE):
            for child in (node.left, node.right):
                if child is None:
                    values.append(None)
                else:
                    values.append(child.val)
                    nodes.append(child)
        walked = nodes[known : known + STRIDE]
        seen.update(map(id, walked))
        if len(seen) < known + len(walked):
            raise _OddError("cyclic tree", "a tree in which one node has two places")
        tagging.spend(3 * len(walked))
    gaps = 0
    for value in reversed(values):
        if value is not None:
            break
        gaps += 1
    del values[len(values) - gaps :]
    return {"t": "tree", "v": tagging.held(values)}


def _linked(first: Any, tagging: _Tagging) -> Any:
    if first is not None and not _is_node(first):
        return tagging.value(first, 0)
    values: list[Any] = []
    node = mark = first
    stride = 1
    while node is not None:
        # A cycle leads back to the mark once the mark is in it and the stride as long as it.
        for _ in repeat(None, stride):
            values.append(node.val)
            node = node.next
            if node is None or node is mark:
                break
        if node is mark:
            raise _OddError("cyclic linked list", "a linked list whose end leads back into it")
        if len(values) > 2 * MAX_NODES:
            raise TooLargeError
        mark, stride = node, 2 * stride
    tagging.spend(2 * len(values))
    return {"t": "linked", "v": tagging.held(values)}


def _one_node(node: Any, tagging: _Tagging) -> Any:
    if node is None or not _is_node(node):
        return tagging.value(node, 0)
    return {"t": "node", "v": tagging.value(node.val, 1)}


_SHAPES: dict[str, Callable[[Any, _Tagging], Any]] = {
    "tree": _tree,
    "linked-list": _linked,
    "node": _one_node,
}


def _is_node(value: Any) -> bool:
    """Whether a value is a node, ours or one with the same attributes; may run submitted code."""
    return type(value) is TreeNode or hasattr(value, "val")


def _named(value: Any) -> dict[str, str]:
    """Describe a value that cannot be an answer: its type and a hint."""
    name = type_name(value)
    if type(value) in _LAZY:
        return _other(name, "a lazy object: make it a list with list(...)")
    for parent in _ancestors(type(value)):
        if parent in _EXACT:
            return _other(name, f"a subclass of {parent.__name__}, not {parent.__name__} itself")
    if name in {"function", "builtin_function_or_method", "method"}:
        return _other(name, "a function: is a call () missing?")
    if name == "coroutine":
        return _other(name, "a coroutine: the function must not be async")
    if isinstance(value, TreeNode):
        return _other(name, "a node: was its value meant?")
    return _other(name, f"an object of class {name}")


def _other(name: str, text: str) -> dict[str, str]:
    return {"t": "other", "type": name[:LONG_TEXT], "text": text[:LONG_TEXT]}


_ancestors: Callable[[type], Iterable[type]] = vars(type)["__mro__"].__get__
_EXACT = (bool, int, float, str, list, tuple, dict, set, frozenset, bytes)


def _views_of(table: dict[Any, Any]) -> tuple[object, ...]:
    return table.keys(), table.values(), table.items()


_VIEWS = frozenset({type(view) for kind in (dict, OrderedDict) for view in _views_of(kind())})
_LAZY = _VIEWS | frozenset(
    {type(_ for _ in ()), map, filter, zip, range, reversed, enumerate}
    | {type(iter([])), type(iter({}))}
    | {type(iter(())), type(iter(set())), type(iter(range(0)))}
)
