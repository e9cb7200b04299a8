"""Inputs that a person gives: refused where they are outside the statement."""

from typing import Any

from judge.errors import ProblemError, UsageError
from judge.problems.problem import Problem

#: What `validate` raises on a value that the statement does not even speak of.
MISSHAPEN = (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError)


def check_input(problem: Problem, arguments: Any) -> None:
    """Refuse an input of somebody's own that is outside the statement. Raises `UsageError`."""
    names = problem.names()
    if not isinstance(arguments, dict) or set(arguments) != set(names):
        raise UsageError(f"the input must be a JSON object of {', '.join(names)}")
    try:
        reason = problem.strategies().validate(arguments)
    except ProblemError as error:
        if not isinstance(error.__cause__, MISSHAPEN):
            raise
        reason = "a value has another shape than the statement says"
    if reason is not None:
        raise UsageError(f"the input is outside the constraints of {problem.slug}: {reason}")
