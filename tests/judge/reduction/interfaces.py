"""Interfaces whose inputs are made smaller in tests, and what their packages would allow."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from judge.kinds import kind_of
from judge.reduction.moves import Move
from judge.values.interface import Interface, Method, Parameter, Shape

Arguments = dict[str, Any]
Function = Callable[..., Any]
Node = list[Any]  # value, left, right


def moves(interface: Interface) -> Sequence[Move]:
    return kind_of(interface).moves(interface)


def function(*parameters: Parameter) -> Interface:
    return Interface("function", ("f",), parameters)


KTH = function(Parameter("nums", "list[int]"), Parameter("k", "int"))
TEXT = function(Parameter("s", "str"))
LOG = function(Parameter("log", "str", Shape.FILE), Parameter("now", "int"))
LCA = function(
    Parameter("root", "TreeNode", Shape.TREE),
    Parameter("p", "TreeNode", Shape.NODE, "root"),
    Parameter("q", "TreeNode", Shape.NODE, "root"),
)
LRU = Interface(
    "class",
    ("LRUCache",),
    (Parameter("capacity", "int"),),
    methods=(
        Method("get", (Parameter("key", "int"),), "int"),
        Method("put", (Parameter("key", "int"), Parameter("value", "int")), "None"),
    ),
)


def kth_fault(arguments: Arguments) -> str | None:
    nums, k = arguments["nums"], arguments["k"]
    inside = all(type(n) is int and abs(n) <= 10_000 for n in nums)
    return None if inside and type(k) is int and 1 <= k <= len(nums) else "outside"


def grown(order: list[int | None]) -> Node | None:
    """Build the tree of a level-order list; None when it is none."""
    if not order or order[0] is None or order[-1] is None:
        return None
    root: Node = [order[0], None, None]
    holes = deque([(root, 1), (root, 2)])
    for value in order[1:]:
        if not holes:
            return None
        parent, side = holes.popleft()
        if value is not None:
            parent[side] = [value, None, None]
            holes += [(parent[side], 1), (parent[side], 2)]
    return root


def lca_fault(arguments: Arguments) -> str | None:
    values = [value for value in arguments["root"] if value is not None]
    p, q = arguments["p"], arguments["q"]
    inside = len(set(values)) == len(values) and grown(arguments["root"]) is not None
    return None if inside and p != q and {p, q} <= set(values) else "outside"


def lru_fault(arguments: Arguments) -> str | None:
    calls, given = arguments["calls"], arguments["arguments"]
    arity = {"LRUCache": 1, "get": 1, "put": 2}
    inside = calls[:1] == ["LRUCache"] and given[0][0] >= 1
    return None if inside and [arity[c] for c in calls] == [len(g) for g in given] else "outside"


def differs(right: Function, wrong: Function) -> Callable[[Arguments], bool]:
    """Return a predicate: on this input the two give different answers, or the wrong one raises."""

    def fails(arguments: Arguments) -> bool:
        try:
            return bool(right(**arguments) != wrong(**arguments))
        except (LookupError, ValueError, RecursionError):
            return True

    return fails
