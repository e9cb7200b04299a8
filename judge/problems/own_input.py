"""Check an input that the user gives against the constraints of the statement."""

from collections.abc import Sequence
from typing import Any

from judge.errors import AuthorError, UsageError
from judge.problems.problem import Problem
from judge.values import Parameter, Shape

#: What `validate` may raise for a value of a type that it does not expect.
MISSHAPEN = frozenset(
    {"TypeError", "ValueError", "KeyError", "IndexError", "AttributeError", "RecursionError"}
)


def checked_input(problem: Problem, arguments: Any) -> dict[str, Any]:
    """Return an input of the user; raise `UsageError` if it is outside the constraints.

    Nulls at the end of a tree, which some sites write for the children of leaves, are dropped.
    """
    problem.refuse("input")
    names = problem.names()
    if not isinstance(arguments, dict) or set(arguments) != set(names):
        raise UsageError(f"the input must be a JSON object of {', '.join(names)}")
    given = {**arguments, **_without_last_nulls(problem.interface.parameters, arguments)}
    try:
        reason = problem.strategies().validate(given)
    except AuthorError as error:
        if not error.raised & MISSHAPEN:
            raise
        reason = "a value has another shape than the statement says"
    if reason is not None:
        raise UsageError(f"the input is outside the constraints of {problem.slug}: {reason}")
    return given


def _without_last_nulls(
    parameters: Sequence[Parameter], arguments: dict[str, Any]
) -> dict[str, Any]:
    """Return the trees among the arguments, without the nulls at their end."""
    trees = {}
    for parameter in parameters:
        value = arguments.get(parameter.name)
        if parameter.shape is Shape.TREE and isinstance(value, list):
            length = len(value)
            while length and value[length - 1] is None:
                length -= 1
            trees[parameter.name] = value[:length]
    return trees
