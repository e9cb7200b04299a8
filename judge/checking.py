"""Expected against actual, outside, on hostile values; a wrong answer gets the sentence that mends it.

Equality is exact in type and value. Everything is linear in the answer, never an exception.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from judge.errors import Fault, ProblemError
from judge.interface import Interface, Kind, Shape
from judge.problem import Problem, load_module
from judge.values import show, type_name
from sandbox.answers import Foreign, Linked, Node, Tree


@dataclass(frozen=True, slots=True)
class Check:
    """Whether an answer is right, and if not, the sentence that helps."""

    passed: bool
    message: str = ""


RIGHT = Check(True)


def check_answer(
    problem: Problem, arguments: Mapping[str, Any], expected: Any, value: Any
) -> Check:
    """Check a decoded answer against the reference's. Raises `ProblemError` for the checker's own
    failure, which is the author's."""
    actual, wrong = _unwrapped(problem.interface, expected, value)
    if wrong is not None:
        return Check(False, wrong)
    if problem.checker == "custom":
        return _custom(problem, arguments, expected, actual)
    if problem.checker == "any-order":
        return _any_order(expected, actual)
    return _exact(expected, actual)


def _unwrapped(interface: Interface, expected: Any, value: Any) -> tuple[Any, str | None]:
    """Return the plain value behind nodes and trees, or what is wrong with the answer's kind."""
    if isinstance(value, Foreign):
        return value, _foreign(value)
    if interface.kind is Kind.CLASS:
        return value, None
    shape = interface.returns_shape
    if shape is Shape.NODE:
        if isinstance(value, Node):
            return value.value, None
        if value is None and expected is None:
            return None, None
        if value is None:
            return value, _nothing(expected)
        return value, f"return the node, not its value: it gave {show(value)} ({type_name(value)})"
    if shape is Shape.TREE:
        return _values_of(value, Tree, "tree")
    if shape is Shape.LINKED_LIST:
        return _values_of(value, Linked, "linked list")
    if isinstance(value, Node | Tree | Linked):
        return value, f"return the value, not a node: {show(expected)} was expected"
    return value, None


def _values_of(value: Any, kind: type, name: str) -> tuple[Any, str | None]:
    if isinstance(value, kind):
        return list(getattr(value, "values")), None  # noqa: B009 - Tree and Linked both have it
    if value is None:
        return [], None
    return value, f"return the {name} itself, not a {type_name(value)}"


_LAZY = ("generator", "map", "filter", "zip", "range", "dict_keys", "dict_values", "dict_items",
         "reversed", "islice", "chain", "enumerate")  # fmt: skip


def _foreign(value: Foreign) -> str:
    name = value.type
    if name in _LAZY or name.endswith("iterator"):
        return f"it returned a {name}; make a list of it: list(...)"
    if "cycl" in name or "deep" in name:
        return f"it returned a {name}, which has no end"
    hint = f": {value.text}" if value.text else ""
    return f"it returned a {name}, which is no plain value{hint}"


def _nothing(expected: Any) -> str:
    return (
        f"it returned None where {show(expected)} was expected: "
        "no return on this path, or the result was only made in place"
    )


def _custom(
    problem: Problem, arguments: Mapping[str, Any], expected: Any, actual: Any
) -> Check:
    wrong = _declared(problem.interface, actual)
    if wrong is not None:
        return Check(False, wrong)
    checker = load_module(problem, "checker.py")
    try:
        message = checker.check(arguments, expected, actual)
    except Exception as error:
        place = str(problem.folder / "checker.py")
        reason = f"it raises {type(error).__name__}: {error} on the answer {show(actual, 200)}"
        fault = Fault(place, "check", reason, "A checker must take any value of the type")
        raise ProblemError(problem.slug, [fault]) from error
    return RIGHT if message is None else Check(False, str(message))


_TYPES = {"int": int, "str": str, "bool": bool, "float": float, "list": list, "tuple": tuple,
          "dict": dict}  # fmt: skip


def _declared(interface: Interface, actual: Any) -> str | None:
    """Return what is wrong with the top-level type, by the text of `returns`."""
    if interface.kind is Kind.CLASS:
        return None if type(actual) is list else f"it gave no list of results: {show(actual)}"
    wanted = re.split(r"[\[| ]", interface.returns, maxsplit=1)[0]
    kind = _TYPES.get(wanted)
    if kind is None or type(actual) is kind:
        return None
    if actual is None and "None" in interface.returns:
        return None
    if actual is None:
        return f"it returned None where a {wanted} was expected: no return on this path"
    return _other_type(wanted, actual)


def _other_type(wanted: str, actual: Any) -> str:
    kind = type_name(actual)
    if wanted == "list" and kind in ("set", "frozenset", "tuple", "dict"):
        return f"return a list: it gave a {kind} ({show(actual)}); make it list(...)"
    if wanted == "int" and kind == "bool":
        return f"return an int: it gave {actual}, which is a bool, not {int(actual)}"
    if wanted == "int" and kind == "float":
        return f"return an int: it gave {show(actual)}, a float; divide with // or use int(...)"
    if wanted == "bool" and kind == "int":
        return f"return True or False: it gave {show(actual)}, an int"
    if wanted == "str" and kind == "list":
        return f"return a string: it gave a list ({show(actual)}); ''.join(...) makes one"
    if kind == "str":
        return f"return a {wanted}: it gave the string {show(actual)}"
    return f"return a {wanted}: it gave {show(actual)}, a {kind}"


def _exact(expected: Any, actual: Any) -> Check:
    path = difference(expected, actual)
    if path is None:
        return RIGHT
    where, wanted, got = path
    return Check(False, _sentence(expected, actual, where, wanted, got))


_MISSING = object()


def difference(expected: Any, actual: Any) -> tuple[str, Any, Any] | None:
    """Return the first place where two values differ, in type or content: path and both values."""
    stack = [("", expected, actual)]
    while stack:
        path, want, got = stack.pop()
        if type(want) is not type(got):
            return path, want, got
        if type(want) is list:
            if want == got and _plain(got):
                continue
            longer = max(len(want), len(got))
            pairs = [
                (
                    f"{path}[{i}]",
                    want[i] if i < len(want) else _MISSING,
                    got[i] if i < len(got) else _MISSING,
                )
                for i in range(longer)
            ]
            stack.extend(reversed(pairs))
        elif type(want) is dict:
            if list(want) != list(got) and set(map(str, want)) != set(map(str, got)):
                return path, want, got
            stack.extend((f"{path}[{key!r}]", want[key], got.get(key, _MISSING)) for key in want)
        elif want is not got and not want == got:  # noqa: SIM201 - NaN equals nothing
            return path, want, got
    return None


def _plain(items: list[Any]) -> bool:
    """Whether == on lists is exact here: `True == 1` and `1.0 == 1` are not to be equal."""
    kinds = set(map(type, items))
    return kinds <= {str} or kinds <= {int}


def _sentence(expected: Any, actual: Any, where: str, wanted: Any, got: Any) -> str:
    if where == "":
        return _whole(expected, actual)
    if type(expected) is list and type(actual) is list:
        order = _order_or_repeats(expected, actual)
        if order is not None:
            return order
    if got is _MISSING:
        return f"the answer is too short: {len(actual)} items, expected {len(expected)}"
    if wanted is _MISSING:
        return f"the answer is too long: {len(actual)} items, expected {len(expected)}"
    if type(wanted) is not type(got):
        kinds = f"{type_name(got)} where {type_name(wanted)} was expected"
        return f"item {where} is {show(got)}: a {kinds}"
    return f"item {where} is {show(got)}, expected {show(wanted)}"


def _whole(expected: Any, actual: Any) -> str:
    if actual is None:
        return _nothing(expected)
    if type(expected) is not type(actual):
        return _wrong_type(expected, actual)
    return f"expected {show(expected)}, got {show(actual)}"


def _wrong_type(expected: Any, actual: Any) -> str:
    wanted = type_name(expected)
    if expected is None:
        return f"expected None, got {show(actual)}"
    same = type(expected) in (int, float, bool) and type(actual) in (int, float, bool)
    right = " (the value is right, the type is not)" if same and expected == actual else ""
    return _other_type(wanted, actual) + (right or f"; expected {show(expected)}")


def _counted(items: list[Any]) -> "Counter[str] | None":
    """Count items by type and text; None where that would be long."""
    if len(items) > 100_000:
        return None
    return Counter(f"{type(item).__name__}:{show(item, 200)}" for item in items)


def _order_or_repeats(expected: list[Any], actual: list[Any]) -> str | None:
    want, got = _counted(expected), _counted(actual)
    if want is None or got is None:
        return None
    if want == got:
        return "the items are right and their order is not"
    if set(want) == set(got) and all(got[key] >= want[key] for key in want):
        extra = next(key for key in got if got[key] > want[key]).partition(":")[2]
        return f"the items are right, and {extra} stands in it more than once"
    return None


def _any_order(expected: Any, actual: Any) -> Check:
    """Compare as collections of items; duplicates are wrong."""
    if type(expected) is not list or type(actual) is not list:
        return _exact(expected, actual)
    want, got = _keys(expected), _keys(actual)
    if want == got:
        return RIGHT
    for key, count in got.items():
        if count > want.get(key, 0):
            item = show(key[1], 80)
            if key not in want:
                return Check(False, f"{item} does not belong in the answer")
            return Check(False, f"{item} stands in the answer {count} times, expected {want[key]}")
    missing = next(key for key, count in want.items() if got.get(key, 0) < count)
    lost = sum((want - got).values())
    return Check(False, f"{show(missing[1], 80)} is missing from the answer ({lost} in all)")


def _keys(items: list[Any]) -> "Counter[tuple[str, Any]]":
    return Counter(
        (type(item).__name__, item if type(item) in (str, int) else show(item, 1000))
        for item in items
    )
