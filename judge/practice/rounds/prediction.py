"""Whether an answer that a person predicted is the one that the package takes for right."""

from collections.abc import Sequence
from typing import Any

from judge import values
from judge.problems import Answer, Group, Problem


def is_right(problem: Problem, arguments: dict[str, Any], expected: Any, predicted: Any) -> bool:
    """Return whether a predicted answer, in the JSON form of values, is right for an input.

    `expected` is the reference's answer. As of a program's answers, the package's rules decide.
    Raises `ProblemError` if its checker fails.
    """
    case = problem.case(Group.LIVE, 0, problem.encode(arguments), Answer(expected))
    interface, value = problem.interface, predicted
    if interface.kind == "class":
        value = _results(problem, arguments["calls"], predicted)
    elif interface.returns_shape is values.Shape.JSON:
        value = _nearest(interface.returns, predicted)
    else:
        value = _structure(interface.returns_shape, predicted)
    value = problem.kind.read_as(interface, case.arguments_json, value)
    return problem.kind.check(interface, problem.rules, case, value, {}).passed


def _results(problem: Problem, calls: Sequence[str], predicted: Any) -> Any:
    """Return the results of calls; where there are not as many, what was predicted stays."""
    if not isinstance(predicted, list) or len(predicted) != len(calls):
        return predicted
    declared = {values.folded(one.name): one.returns for one in problem.interface.methods}
    returns = (declared.get(values.folded(name), "None") for name in calls)
    return [_nearest(text, one) for text, one in zip(returns, predicted, strict=True)]


def _nearest(declared: str, value: Any) -> Any:
    """Return a JSON value as the declared type has it: a list as a tuple, 5 as 5.0."""
    return values.readings(values.parse_type(declared), value)[0]


def _structure(shape: values.Shape, predicted: Any) -> Any:
    """Return a tree, list or node in the form in which programs return it; None stays."""
    if predicted is None:
        return None
    if shape is values.Shape.NODE:
        return values.Node(predicted)
    if not isinstance(predicted, list):
        return predicted
    if shape is values.Shape.TREE:
        return values.Tree(tuple(predicted))
    return values.Linked(tuple(predicted))
