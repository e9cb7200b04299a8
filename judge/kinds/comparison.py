"""Compare answers with what is expected, and explain what is wrong with them.

Answers are hostile: comparing one never raises and takes time linear in its size. Equality is exact
in type and value.
"""

from typing import Any

from judge.kinds import explain
from judge.kinds.kind import RIGHT, Check
from judge.values import difference, mismatch, parse_type, settled


def wrong(message: str, call: int | None = None) -> Check:
    """Return a failed check with this message."""
    return Check(False, message, call)


def compare(rule: str, expected: Any, actual: Any, *, loose: bool = False) -> Check:
    """Compare two plain values by the rule `equal` or `any-order`.

    Where they are `loose`, floats at one place that are close to each other are equal.
    """
    if rule == "any-order" and type(expected) is list and type(actual) is list:
        return _any_order(expected, actual)
    if loose:
        actual = settled(expected, actual)
    found = difference(expected, actual)
    return RIGHT if found is None else wrong(explain.unequal(expected, actual, found))


def _any_order(expected: list[Any], actual: list[Any]) -> Check:
    """Compare as multisets: the order of the items is free, their number is not."""
    kinds = set(map(type, expected))
    if kinds == set(map(type, actual)) and (kinds <= {str} or kinds <= {int}):
        # fast, and without hashes, which a submission could make collide
        if len(expected) == len(actual) and sorted(expected) == sorted(actual):
            return RIGHT
    elif difference(expected, actual) is None:
        return RIGHT
    longest = max(len(expected), len(actual))
    if len(expected) != len(actual) and longest > explain.COUNTED:
        return wrong(f"the answer has {len(actual)} items, expected {len(expected)}")
    message = explain.misplaced(expected, actual)
    if message is not None:
        return wrong(message)
    # A NaN equals nothing, so counting equal items overlooks it.
    if len(expected) != len(actual):
        return wrong(f"the answer has {len(actual)} items, expected {len(expected)}")
    return RIGHT


def type_sentence(returns: str, actual: Any) -> str | None:
    """Return what is wrong with the type of an answer for a checker, or None.

    Inside the answer a list may take the place of a tuple: the checker decides on that.
    """
    declared = parse_type(returns)
    found = mismatch(declared, actual, pairs_as_lists=True)
    if found is None:
        return None
    wanted = str(found.wanted)
    if not found.path:
        return explain.wrong_type(wanted, actual)
    return explain.wrong_type_inside(found.path, wanted, found.value)
