"""Trees and linked lists as on LeetCode, built from their JSON form."""

from collections.abc import Callable
from typing import Any

from . import files


class TreeNode:
    """A node of a binary tree, as on LeetCode."""

    def __init__(self, val: Any = 0, left: Any = None, right: Any = None) -> None:
        self.val = val
        self.left = left
        self.right = right

    def __repr__(self) -> str:
        return f"TreeNode({self.val!r})"


class ListNode:
    """A node of a singly linked list, as on LeetCode."""

    def __init__(self, val: Any = 0, next: Any = None) -> None:  # noqa: A002 - LeetCode's name
        self.val = val
        self.next = next

    def __repr__(self) -> str:
        return f"ListNode({self.val!r})"


class UnbuildableError(Exception):
    """Raised when arguments do not match the interface, an error of the judge."""


Build = Callable[[list[Any]], list[Any]]


def builder(
    parameters: list[dict[str, Any]], module: dict[str, Any], data_folder: str | None = None
) -> Build:
    """Return a function that builds a submission's arguments from the JSON of one case.

    `data_folder` holds the data files that all runs share.
    """
    if all(parameter["shape"] == "json" for parameter in parameters):
        return _same
    make_tree = node_class(module)
    make_list = _own_or(module.get("ListNode"), ListNode, ("next",))

    def build(arguments: list[Any]) -> list[Any]:
        built = list(arguments)
        trees: dict[str, tuple[list[Any], list[Any]]] = {}
        for place, parameter in enumerate(parameters):
            shape = parameter["shape"]
            if shape == "tree":
                nodes = plant(arguments[place], make_tree)
                trees[parameter["name"]] = (arguments[place], nodes)
                built[place] = nodes[0] if nodes else None
            elif shape == "linked-list":
                built[place] = chain(arguments[place], make_list)
            elif shape == "linked-lists":
                built[place] = [chain(values, make_list) for values in arguments[place] or ()]
            elif shape == "file":
                built[place] = files.path_of(arguments[place], data_folder)
        for place, parameter in enumerate(parameters):
            if parameter["shape"] == "node" and arguments[place] is not None:
                built[place] = _node(trees[parameter["of"]], arguments[place])
        return built

    return build


def node_class(module: dict[str, Any]) -> Callable[[Any], Any]:
    """Return what makes tree nodes for a submission: its own class if that works, else ours."""
    return _own_or(module.get("TreeNode"), TreeNode, ("left", "right"))


def build_ahead(header: dict[str, Any], arguments: list[Any], number: int) -> list[Any]:
    """Build the arguments of a case before a submission is loaded: all nodes are ours.

    Each `number` has a file of its own, where programs have a scratch. Of calls only the methods
    that they name are missing, which a submission has.
    """
    interface, place = header["interface"], files.place
    if interface["kind"] == "class":
        return arguments
    files.place = f"{place}-{number}"
    try:
        return builder(interface["parameters"], {}, header.get("data"))(arguments)
    finally:
        files.place = place


def plant(values: list[Any] | None, make: Callable[[Any], Any]) -> list[Any]:
    """Build a tree from its level order; return its nodes in that order, None for a gap."""
    values = values or []
    bare = _is_as_given(make, TreeNode)
    if bare:
        nodes = [None if value is None else _new(TreeNode) for value in values]
    else:
        nodes = [None if value is None else make(value) for value in values]
    following = iter(nodes)
    next(following, None)
    for node, value in zip(nodes, values, strict=True):
        if node is not None:
            if bare:
                node.val = value
            node.left = next(following, None)
            node.right = next(following, None)
    return nodes


def chain(values: list[Any] | None, make: Callable[[Any], Any]) -> Any:
    """Build a linked list; return its first node, or None if it is empty."""
    bare = _is_as_given(make, ListNode)
    first = None
    for value in reversed(values or ()):
        if bare:
            node = _new(ListNode)
            node.val = value
        else:
            node = make(value)
        node.next = first
        first = node
    return first


_new: Any = object.__new__
_CONSTRUCTORS: dict[type, Any] = {kind: vars(kind)["__init__"] for kind in (TreeNode, ListNode)}
# Python reserves room for the attributes that it has seen in a class: here it sees them once.
TreeNode()
ListNode()


def _is_as_given(make: Callable[[Any], Any], given: type) -> bool:
    """Whether nodes are of our class, with the constructor that it has from us.

    To set what that would set, without calling it, takes a quarter less time for a large tree.
    """
    if make is not given:
        return False
    return vars(given).get("__init__") is _CONSTRUCTORS[given] and given.__new__ is _new


def _same(arguments: list[Any]) -> list[Any]:
    return arguments


def _node(tree: tuple[list[Any], list[Any]], value: Any) -> Any:
    values, nodes = tree
    try:
        return nodes[values.index(value)]
    except ValueError:
        raise UnbuildableError(f"no node of the tree holds {value!r}") from None


def _own_or(own: Any, given: type, links: tuple[str, ...]) -> Callable[[Any], Any]:
    """Return the submission's own node class if it works like ours, else ours."""
    if own is given or not isinstance(own, type):
        return given
    try:
        node = own(0)
        for link in links:
            setattr(node, link, None)
        fits = type(node.val) is int
    except BaseException:  # noqa: BLE001 - a hostile or unusual constructor: use ours
        return given
    return own if fits else given
