"""Expected against actual, outside, on hostile values; a wrong answer gets a sentence that helps.

Equality is exact in type and value. Work is linear in the answer, and no answer raises.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from judge.errors import Fault, ProblemError
from judge.kinds import explain as sentences
from judge.kinds.call import NOTHING, call_at, returns_of
from judge.problems import Problem
from judge.values import (
    Foreign,
    Interface,
    Kind,
    Linked,
    Node,
    Shape,
    Tree,
    difference,
    first_misfit,
    misfit,
    read_type,
    restored,
    show,
)

#: Gives the arguments of a case when they are asked for: those of a scale case are costly.
Arguments = Callable[[], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Check:
    """Whether an answer is right, and if not, the sentence that helps."""

    passed: bool
    message: str = ""


RIGHT = Check(True)


def _wrong(message: str) -> Check:
    return Check(False, message)


def check_answer(problem: Problem, arguments: Arguments, expected: Any, value: Any) -> Check:
    """Check a decoded answer against the reference's, given in its JSON form.

    Raises `ProblemError` for a failure of the package's own checker, which is the author's.
    """
    if problem.interface.kind is Kind.CLASS:
        return _check_calls(problem, arguments, expected, value)
    actual, wrong = _unwrapped(problem.interface, expected, value)
    if wrong is not None:
        return _wrong(wrong)
    returns = problem.interface.returns
    if problem.checker == "custom":
        wrong = _misfit(returns, actual)
        if wrong is not None:
            return _wrong(wrong)
        return _custom(problem, arguments(), expected, actual)
    if problem.interface.returns_shape is Shape.JSON:
        expected = restored(read_type(returns), expected)
    return _compare(problem.checker, expected, actual)


def _compare(checker: str, expected: Any, actual: Any) -> Check:
    if checker == "any-order" and type(expected) is list and type(actual) is list:
        return _any_order(expected, actual)
    found = difference(expected, actual)
    return RIGHT if found is None else _wrong(sentences.unequal(expected, actual, found))


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
    if len(expected) != len(actual) and longest > sentences.COUNTED:
        return _wrong(f"the answer has {len(actual)} items, expected {len(expected)}")
    message = sentences.misplaced(expected, actual)
    if message is not None:
        return _wrong(message)
    # A NaN is never the same item twice, so it is missed by whoever counts items.
    if len(expected) != len(actual):
        return _wrong(f"the answer has {len(actual)} items, expected {len(expected)}")
    return RIGHT


def _unwrapped(interface: Interface, expected: Any, value: Any) -> tuple[Any, str | None]:
    """Return the plain value behind nodes and trees, or what is wrong with the answer's kind."""
    if isinstance(value, Foreign):
        return value, sentences.foreign(value)
    shape = interface.returns_shape
    if shape is Shape.NODE:
        return _unwrapped_node(expected, value)
    if shape is Shape.TREE:
        return _unwrapped_values(value, Tree, "tree")
    if shape is Shape.LINKED_LIST:
        return _unwrapped_values(value, Linked, "linked list")
    if isinstance(value, Node | Tree | Linked):
        return value, f"return the value, not a node: {show(expected)} was expected"
    return value, None


def _unwrapped_node(expected: Any, value: Any) -> tuple[Any, str | None]:
    if isinstance(value, Node):
        if expected is None:
            return value, f"expected None, got {show(value)}"
        if type(value.value) is not type(expected):
            return value, sentences.other_node(expected, value.value)
        return value.value, None
    if value is None and expected is not None:
        return value, sentences.nothing(f"node {show(expected)}")
    return value, None if value is None else sentences.node_expected(value)


def _unwrapped_values(
    value: Any, kind: type[Tree] | type[Linked], name: str
) -> tuple[Any, str | None]:
    if value is None:
        return [], None
    if isinstance(value, kind):
        return list(value.values), None
    return value, sentences.structure_expected(name, value)


def _misfit(returns: str, actual: Any) -> str | None:
    """Return what is wrong with the answer's type: a checker gets values of the declared type.

    Inside the answer a list may stand for a tuple: whether it may here is the checker's affair.
    """
    declared = read_type(returns)
    found = misfit(declared, actual, pairs_as_lists=True)
    if found is None:
        return None
    wanted = str(found.wanted)
    if not found.path:
        return sentences.wrong_type(wanted, actual)
    return sentences.wrong_type_inside(found.path, wanted, found.value)


def _custom(problem: Problem, arguments: Mapping[str, Any], expected: Any, actual: Any) -> Check:
    checker = problem.module("checker.py")
    try:
        message = checker.check(arguments, expected, actual)
    except Exception as error:
        reason = f"it raises {type(error).__name__}: {error} on the answer {show(actual, 200)}"
        raise _checker_fault(problem, reason) from error
    if message is None:
        return RIGHT
    if not isinstance(message, str):
        reason = f"it returns {show(message)} on the answer {show(actual, 200)}"
        raise _checker_fault(problem, reason)
    return _wrong(message)


def _checker_fault(problem: Problem, reason: str) -> ProblemError:
    mend = "Take any value of the declared type; return None if it is right, else a sentence"
    fault = Fault(str(problem.folder / "checker.py"), "check", reason, mend)
    return ProblemError(problem.slug, [fault])


def _check_calls(problem: Problem, arguments: Arguments, expected: Any, value: Any) -> Check:
    """Check the results of a class problem, call by call where they are not plainly equal."""
    if isinstance(value, Foreign):
        return _wrong(sentences.foreign(value))
    if type(value) is not list or len(value) != len(expected):
        return _wrong(f"the calls gave no list of {len(expected)} results: {show(value)}")
    if problem.checker != "custom" and difference(expected, value) is None:
        return RIGHT
    given = arguments()
    returns = returns_of(problem.interface, given)
    results = [
        None if returned == NOTHING else result
        for returned, result in zip(returns, value, strict=True)
    ]
    if problem.checker == "custom":
        index = first_misfit(returns, results)
        if index is None:
            return _custom(problem, given, expected, results)
        wrong = _misfit(returns[index], results[index])
        return _wrong(f"{call_at(problem.interface, given, index)}: {wrong}")
    for index, (returned, want) in enumerate(zip(returns, expected, strict=True)):
        check = _compare(problem.checker, _wanted(returned, want), results[index])
        if not check.passed:
            return _wrong(f"{call_at(problem.interface, given, index)}: {check.message}")
    return RIGHT


def _wanted(returned: str, expected: Any) -> Any:
    return None if returned == NOTHING else restored(read_type(returned), expected)
