"""Values on their way between a suite of tests and the implementation that it calls.

Both ends run in programs of their own, and the judge between them reads nothing. The form is that
of `values`, with two tags more: {"t":"at","v":3} is the fourth node of the tree that was given, in
level order, and {"t":"tree","v":[...]} a whole tree, so that a copy of a node comes as one.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from . import nodes, values
from .faults import type_name
from .nodes import TreeNode


class UnsendableError(TypeError):
    """Raised when a value cannot cross: a function, a generator, an object of the test's own."""


class Opaque:
    """A value that could not cross: it equals nothing."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]  # equal to nothing, so no key

    def __repr__(self) -> str:
        return f"<{self._name}: {self._text}>"


class _At:
    """The place of a node in the tree that was given; only while a message is read."""

    __slots__ = ("place",)

    def __init__(self, place: Any) -> None:
        self.place = place


class _Planted:
    """A tree that came whole; only while a message is read."""

    __slots__ = ("values",)

    def __init__(self, found: Any) -> None:
        self.values = found


class Trees:
    """The nodes of the trees of one call, by the name of their parameter, in level order."""

    def __init__(self) -> None:
        self.nodes: dict[str, list[Any]] = {}

    def take(self, name: str, found: list[Any]) -> None:
        self.nodes[name] = found

    def place_of(self, name: str | None, node: Any) -> int | None:
        """Return where a node is in a tree; None if it is not in it."""
        for place, known in enumerate(self.nodes.get(name or "", ())):
            if known is node:
                return place
        return None

    def any_place_of(self, node: Any) -> tuple[int, int] | None:
        for number, name in enumerate(self.nodes):
            place = self.place_of(name, node)
            if place is not None:
                return number, place
        return None


def encode_arguments(
    parameters: Sequence[Mapping[str, Any]], given: Sequence[Any]
) -> tuple[bytes, Trees]:
    """Encode the arguments of a call, and keep the nodes of its trees."""
    trees = Trees()
    order = sorted(range(len(given)), key=lambda place: parameters[place]["shape"] != "tree")
    sent: list[Any] = [None] * len(given)
    for place in order:
        parameter, value = parameters[place], given[place]
        shape = parameter["shape"]
        if shape == "tree" and _is_node(value):
            found = _level_order(value)
            trees.take(parameter["name"], [node for node in found if node is not None])
            sent[place] = _tree(found)
        elif shape in ("node", "tree") and _is_node(value):
            at = trees.place_of(parameter.get("of"), value)
            sent[place] = _tree(_level_order(value)) if at is None else {"t": "at", "v": at}
        else:
            sent[place] = values.tagged(value)
    text = _dump(sent)
    if _FOREIGN in text:
        names = [type_name(one) for one, form in zip(given, sent, strict=True) if _is_odd(form)]
        raise UnsendableError(f"{', '.join(names)}: only built-in values can be given to it")
    return text.encode("utf-8", "surrogatepass"), trees


def decode_arguments(
    payload: bytes,
    parameters: Sequence[Mapping[str, Any]],
    make: Callable[[Any], Any],
) -> tuple[list[Any], Trees]:
    """Build the arguments of a call, with nodes made by `make`."""
    trees = Trees()
    built = _read(payload)
    for place, parameter in enumerate(parameters):
        value = built[place]
        if type(value) is _Planted:
            found = nodes.plant(value.values, make)
            built[place] = found[0] if found else None
            if parameter["shape"] == "tree":
                trees.take(parameter["name"], [node for node in found if node is not None])
    for place, parameter in enumerate(parameters):
        value = built[place]
        if type(value) is _At:
            built[place] = trees.nodes[parameter["of"]][value.place]
    return built, trees


def encode_result(value: Any, trees: Trees) -> bytes:
    """Encode a result: a node of a tree that was given by its place there, another one whole."""
    if _is_node(value):
        at = trees.any_place_of(value)
        if at is not None:
            return _dump({"t": "at", "v": list(at)}).encode()
        value = _tree(_level_order(value))
        return _dump(value).encode("utf-8", "surrogatepass")
    return values.encode(value)


def decode_result(payload: bytes, trees: Trees) -> Any:
    """Return a result: the test's own node where it was one, else a tree of the test's class."""
    value = _read(payload)
    if type(value) is _At:
        number, place = value.place
        return list(trees.nodes.values())[number][place]
    if type(value) is _Planted:
        known = next((found[0] for found in trees.nodes.values() if found), None)
        return _planted(value.values, TreeNode if known is None else type(known))
    return value


def _planted(found: list[Any], kind: type) -> Any:
    def make(value: Any) -> Any:
        node = kind(value)
        node.left = node.right = None
        return node

    try:
        planted = nodes.plant(found, make)
    except Exception:  # noqa: BLE001 - a class of the test's own may want other arguments
        planted = nodes.plant(found, TreeNode)
    return planted[0] if planted else None


def _is_node(value: Any) -> bool:
    if type(value) is TreeNode:
        return True
    return all(hasattr(value, name) for name in ("val", "left", "right"))


def _level_order(root: Any) -> list[Any]:
    """Return the nodes of a tree in level order, None for a missing child of one."""
    found: list[Any] = [root]
    seen = {id(root)}
    for node in found:
        if node is None:
            continue
        for child in (node.left, node.right):
            if child is not None and not _is_node(child):
                raise UnsendableError(f"a child is no node but a value of type {type_name(child)}")
            if child is not None and id(child) in seen:
                raise UnsendableError("a tree in which one node has two places cannot be given")
            if len(found) > values.MAX_NODES:
                raise UnsendableError("the tree is too large")
            seen.add(id(child))
            found.append(child)
    while found[-1] is None:
        found.pop()
    return found


def _tree(found: list[Any]) -> dict[str, Any]:
    held = [None if node is None else values.tagged(node.val) for node in found]
    return {"t": "tree", "v": held}


def _dump(value: Any) -> str:
    return values.plain(value).decode("utf-8", "surrogatepass")


def _is_odd(form: Any) -> bool:
    return _FOREIGN in _dump(form)


#: How a value that cannot cross begins: in a text these quotes would be escaped.
_FOREIGN = '{"t":"other",'


def _read(payload: bytes) -> Any:
    return json.loads(payload.decode("utf-8", "surrogatepass"), object_pairs_hook=_untagged)


def _untagged(pairs: list[tuple[str, Any]]) -> Any:
    found = dict(pairs)
    tag, content = found["t"], found.get("v")
    if tag == "other":
        return Opaque(found["type"], found["text"])
    return _TAGS[tag](content)


_TAGS: dict[str, Callable[[Any], Any]] = {
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
    "dict": lambda pairs: {key: value for key, value in pairs},  # noqa: C416 - of pairs that are lists
    "int": lambda text: int(text, 16),
    "float": float,
    "bytes": lambda text: text.encode("latin-1"),
    "at": _At,
    "tree": _Planted,
}
