"""Expected against actual, outside, on hostile values; a wrong answer gets a sentence that helps.

Equality is exact in type and value. Work is linear in the answer, and no answer raises.
"""

from typing import Any

from judge.kinds import explain
from judge.kinds.kind import RIGHT, Check
from judge.values import difference, misfit, read_type


def wrong(message: str, call: int | None = None) -> Check:
    """Return the check of a wrong answer."""
    return Check(False, message, call)


def compare(rule: str, expected: Any, actual: Any) -> Check:
    """Compare two values of plain types by the rule `equal` or `any-order`."""
    if rule == "any-order" and type(expected) is list and type(actual) is list:
        return _any_order(expected, actual)
    found = difference(expected, actual)
    return RIGHT if found is None else wrong(explain.unequal(expected, actual, found))


def _any_order(expected: list[Any], actual: list[Any]) -> Check:
    """Compare as collections: the order of the items is free, their number is not."""
    kinds = set(map(type, expected))
    if kinds == set(map(type, actual)) and (kinds <= {str} or kinds <= {int}):
        # at the speed of C, and without hashes, which a submission could make collide
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
    # A NaN is never the same item twice, so it is missed by whoever counts items.
    if len(expected) != len(actual):
        return wrong(f"the answer has {len(actual)} items, expected {len(expected)}")
    return RIGHT


def type_sentence(returns: str, actual: Any) -> str | None:
    """Return what is wrong with the answer's type: a checker gets values of the declared type.

    Inside the answer a list may stand for a tuple: whether it may here is the checker's affair.
    """
    declared = read_type(returns)
    found = misfit(declared, actual, pairs_as_lists=True)
    if found is None:
        return None
    wanted = str(found.wanted)
    if not found.path:
        return explain.wrong_type(wanted, actual)
    return explain.wrong_type_inside(found.path, wanted, found.value)
