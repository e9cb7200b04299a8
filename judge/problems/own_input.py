"""Check an input that the user gives against the constraints of the statement."""

from typing import Any

from judge.errors import ProblemError, UsageError
from judge.problems.problem import Problem

#: What `validate` may raise for a value of a type that it does not expect.
MISSHAPEN = (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError)


def check_input(problem: Problem, arguments: Any) -> None:
    """Raise `UsageError` if an input of the user is outside the constraints."""
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
