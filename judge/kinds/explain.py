"""Sentences that explain a wrong answer. Short, although the values in them are hostile."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from judge.values import (
    MISSING,
    Difference,
    Foreign,
    Linked,
    Node,
    Tree,
    appearance,
    key,
    show,
    type_name,
)

#: Longer lists are not searched for a hint.
COUNTED = 100_000
#: Strings up to this length are shown whole.
SHORT_TEXT = 60
AROUND = 20
#: Longer strings are not compared by appearance: normalising many combining marks takes long.
COMPARED_LENGTH = 2_000
#: How the sentence on two strings that look the same begins.
CODE_POINTS = "they differ in code points"

_LAZY = frozenset(
    {
        "generator",
        "map",
        "filter",
        "zip",
        "range",
        "dict_keys",
        "dict_values",
        "dict_items",
        "reversed",
        "islice",
        "chain",
        "enumerate",
        "combinations",
        "permutations",
        "product",
        "accumulate",
    }
)


def nothing(expected: str) -> str:
    """Explain a None where something else was expected."""
    return (
        f"it returned None where {expected} was expected: "
        "no return on this path, or the result was only made in place"
    )


def foreign(value: Foreign) -> str:
    """Explain a value that cannot be an answer."""
    name = value.type[:80]
    if name in _LAZY or name.endswith("iterator"):
        return f"it returned a {name}; make a list of it: list(...)"
    if name.startswith("cyclic"):
        return f"it returned a {name}, which has no end"
    hint = f": {value.text[:200]}" if value.text else ""
    return f"it returned a {name}, which is no plain value{hint}"


def wrong_type(wanted: str, actual: Any) -> str:
    """Explain an answer whose type is not `wanted`."""
    if actual is None:
        return nothing(_a(wanted))
    if isinstance(actual, Foreign):
        return foreign(actual)
    kind, shown = type_name(actual), show(actual)
    if wanted == "None":
        return f"expected None, got {shown}"
    known = _MENDS.get((wanted.partition("[")[0], kind))
    if known is not None:
        return known.format(shown=shown)
    if kind == "str":
        return f"return {_a(wanted)}: it gave the string {shown}"
    return f"return {_a(wanted)}: it gave {shown}, {_a(kind)}"


_LIST = "return a list: it gave a {kind} ({{shown}}); make it list(...)"
#: (wanted type, actual type) -> sentence.
_MENDS = {
    **{("list", kind): _LIST.format(kind=kind) for kind in ("set", "frozenset", "tuple", "dict")},
    ("tuple", "list"): "return a tuple: it gave a list ({shown}); make it tuple(...)",
    ("int", "bool"): "return an int: it gave {shown}, which is a bool; use int(...)",
    ("int", "float"): "return an int: it gave {shown}, a float; divide with // or use int(...)",
    ("float", "int"): "return a float: it gave {shown}, an int; use float(...)",
    ("bool", "int"): "return True or False: it gave {shown}, an int",
    ("str", "list"): "return a string: it gave a list ({shown}); ''.join(...) makes one",
}


def _a(noun: str) -> str:
    if noun.startswith(("a ", "None")):
        return noun
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


def wrong_type_inside(path: tuple[Any, ...], wanted: str, actual: Any) -> str:
    """Explain a part of an answer whose type is not `wanted`."""
    if actual is None:
        return f"item {place(path)} is None where {_a(wanted)} was expected"
    if isinstance(actual, Foreign):
        name = actual.type[:80]
        mend = "; make a list of it: list(...)" if name in _LAZY else ""
        return f"item {place(path)} is a {name} where {_a(wanted)} was expected{mend}"
    kind = _a(type_name(actual))
    return f"item {place(path)} is {show(actual)}: {kind} where {_a(wanted)} was expected"


def place(path: Iterable[Any]) -> str:
    """Format the path to a part of a value as subscripts: `[2]['a']`."""
    return "".join(f"[{show(step, 40)}]" for step in path)


def unequal(expected: Any, actual: Any, found: Difference) -> str:
    """Explain an answer that differs from the expected one at `found`."""
    want, got = found.expected, found.actual
    if not found.path:
        return _whole(expected, actual)
    hint = _order_or_repeats(expected, actual)
    if hint is not None:
        return hint
    size = ""
    if type(expected) is list and len(expected) != len(actual):
        words = "short" if len(actual) < len(expected) else "long"
        size = f"the answer is too {words}: {_items(len(actual))}, expected {len(expected)}"
    if want is MISSING or got is MISSING:
        more = f"{place(found.path)} is {'missing' if got is MISSING else 'too much'}"
        return size or f"item {more}"
    sentence = f"item {place(found.path)} is {show(got)}, expected {show(want)}{_hidden(want, got)}"
    if type(want) is not type(got):
        sentence = wrong_type_inside(found.path, type_name(want), got)
    return f"{size}; {sentence}" if size else sentence


def _items(count: int) -> str:
    return "1 item" if count == 1 else f"{count} items"


def _whole(expected: Any, actual: Any) -> str:
    if actual is None:
        return nothing(show(expected))
    if type(expected) is type(actual) is str:
        return _texts(expected, actual)
    if type(expected) is type(actual):
        return _contents(expected, actual)
    sentence = wrong_type(type_name(expected), actual)
    if expected is None or isinstance(actual, Foreign):
        return sentence
    numbers = {bool, int, float}
    if type(expected) in numbers and type(actual) in numbers and expected == actual:
        return f"{sentence} (the value is right, the type is not)"
    return f"{sentence}; expected {show(expected)}"


def _contents(expected: Any, actual: Any) -> str:
    texts = show(expected), show(actual)
    if texts[0] != texts[1]:
        return f"expected {texts[0]}, got {texts[1]}"
    return f"expected {texts[0]}, and what it got looks alike but is not the same"


def _texts(expected: str, actual: str) -> str:
    hint = ""
    if expected.strip() == actual.strip():
        hint = " (only the space around it differs)"
    elif expected.casefold() == actual.casefold():
        hint = " (only capital and small letters differ)"
    hint = _hidden(expected, actual) or hint
    if max(len(expected), len(actual)) <= SHORT_TEXT:
        return f"expected {show(expected)}, got {show(actual)}{hint}"
    first = _common_length(expected, actual)
    start = max(0, first - AROUND)
    want, got = (show(text[start : first + AROUND]) for text in (expected, actual))
    return f"from character {first} on it differs: around there expected {want}, got {got}{hint}"


def alike(expected: Any, actual: Any) -> str:
    """Explain how two strings that look the same differ; empty if they look different."""
    if type(expected) is not str or type(actual) is not str or expected == actual:
        return ""
    start = max(0, _common_length(expected, actual) - AROUND)
    ends = expected[start:], actual[start:]
    if max(map(len, ends)) > COMPARED_LENGTH:
        # Both ends may stop in the middle of a letter with its marks.
        looks = [appearance(text[:COMPARED_LENGTH])[: COMPARED_LENGTH // 2] for text in ends]
    else:
        looks = [appearance(text) for text in ends]
    if looks[0] != looks[1]:
        return ""
    want, got = (ascii(text[:SHORT_TEXT]) for text in ends)
    return f"{CODE_POINTS}: expected {want}, got {got}"


def alike_inside(expected: Any, actual: Any) -> str:
    """Explain the first two strings of equal place that look the same and differ; else empty."""
    pairs = [(expected, actual)]
    for _ in range(COUNTED):
        if not pairs:
            break
        want, got = pairs.pop()
        words = alike(want, got)
        if words:
            return words
        if type(want) is not type(got) or want == got:
            continue
        if type(want) in (list, tuple):
            pairs += reversed(list(zip(want, got, strict=False)))
        elif type(want) is dict:
            pairs += [(want[name], got[name]) for name in want if name in got]
    return ""


def _hidden(expected: Any, actual: Any) -> str:
    words = alike(expected, actual)
    return f" ({words})" if words else ""


def _common_length(one: str, other: str) -> int:
    """Return the length of the common prefix, by bisection: slices are compared at C speed."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _order_or_repeats(expected: Any, actual: Any) -> str | None:
    """Explain a list of the right items in another order or with repeats; None for others."""
    if type(expected) is not list or type(actual) is not list:
        return None
    if max(len(expected), len(actual)) > COUNTED:
        return None
    want, got = Counter(map(key, expected)), Counter(map(key, actual))
    if want == got:
        return "the items are right and their order is not"
    if want.keys() == got.keys() and want <= got:
        extra = next(item for item in actual if got[key(item)] > want[key(item)])
        return f"the items are right, and {show(extra)} is in it more than once"
    return None


def misplaced(expected: list[Any], actual: list[Any]) -> str | None:
    """Explain what is wrong with a list whose order is free; None if it is right."""
    want, got = Counter(map(key, expected)), Counter(map(key, actual))
    for item in actual:
        text = key(item)
        count, wanted = got[text], want[text]
        if count > wanted:
            if not wanted:
                return _stranger(expected, item)
            times = "once" if wanted == 1 else f"{wanted} times"
            return f"{show(item)} is in the answer {count} times, expected {times}"
    lost = sum((want - got).values())
    for item in expected:
        if want[key(item)] > got[key(item)]:
            return f"{show(item)} is missing from the answer ({lost} missing in all)"
    return None


def _stranger(expected: list[Any], item: Any) -> str:
    kinds = sorted({type_name(wanted) for wanted in expected})
    if isinstance(item, Foreign) or (kinds and type_name(item) not in kinds):
        wanted = _a(kinds[0]) if len(kinds) == 1 else "none of its kind"
        return f"{show(item)} in the answer is {_a(type_name(item))} where {wanted} was expected"
    look_alike = _look_alike(expected, item)
    words = (
        f"; {show(look_alike)} does, and {alike(look_alike, item)}"
        if look_alike is not None
        else ""
    )
    return f"{show(item)} does not belong in the answer{words}"


def _look_alike(expected: list[Any], item: Any) -> str | None:
    """Return an expected string that looks like this one."""
    if type(item) is not str or len(item) > COMPARED_LENGTH:
        return None
    # Once, since a hostile item may take long to normalise.
    look = appearance(item)
    texts = (text for text in expected if type(text) is str and len(text) <= COMPARED_LENGTH)
    return next((text for text in texts if appearance(text) == look), None)


def node_expected(actual: Any) -> str:
    """Explain a value that is not a node where a node was expected."""
    if isinstance(actual, list | tuple) and any(isinstance(item, Node) for item in actual):
        return f"return the node itself, not {_a(type_name(actual))} that holds it"
    return f"return the node, not its value: it gave {show(actual)} ({type_name(actual)})"


def other_node(expected: Any, inside: Any) -> str:
    """Explain a node whose value does not even have the expected type."""
    of_kind = (
        "another node" if isinstance(inside, Node) else f"{show(inside)} ({type_name(inside)})"
    )
    return f"return the node {show(expected)} of the tree: it gave a node whose value is {of_kind}"


def structure_expected(name: str, actual: Any) -> str:
    """Explain a value where a tree or a linked list was expected."""
    if isinstance(actual, Node | Tree | Linked):
        return f"return the {name} itself, not another kind of node"
    return f"return the {name} itself, not {_a(type_name(actual))}"
