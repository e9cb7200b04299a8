"""Play the reference of a package. If it fails, the package is at fault."""

from pathlib import Path

from judge.errors import Fault, ProblemError
from judge.execution.outcome import Outcome, ending_message, load_message
from judge.execution.player import Player
from judge.problems import Answer, Problem
from judge.values import to_json
from sandbox import Limit

#: Generous: the reference is trusted, and the author's machine may be slow.
REFERENCE_LIMIT = Limit(cpu_seconds=60.0, wall_seconds=180.0)


class ReferenceFailedError(ProblemError):
    """Raised where the reference has no answer, with the arguments as sent and the reason."""

    arguments: bytes
    reason: str


def reference_answer(problem: Problem, reference: Player, arguments: bytes) -> Answer:
    """Return the reference's answer. Raises `ReferenceFailedError` if it fails."""
    return answer_of(problem, arguments, reference_outcome(problem, reference, arguments))


def answer_of(problem: Problem, arguments: bytes, outcome: Outcome) -> Answer:
    """Return the answer in an outcome of the reference."""
    value, figures = problem.kind.split(problem.interface, outcome.value)
    value = problem.kind.read_as(problem.interface, arguments, value)
    return Answer(to_json(value), outcome.cpu_seconds, figures)


def reference_outcome(
    problem: Problem, reference: Player, arguments: bytes, *, built: bool = False
) -> Outcome:
    """Play the reference on an input. Raises `ReferenceFailedError` if it fails."""
    outcome = reference.play(arguments, REFERENCE_LIMIT, built=built)
    if not outcome.returned:
        reason = _reason(outcome)
        place = f"solutions/{problem.home.slug}/accepted/{Path(problem.reference.name).name}"
        short = arguments[:200].decode("utf-8", "replace")
        values = f" on {short}: {reason}"
        fault = Fault(place, "", "the reference fails", "Mend the reference", values)
        error = ReferenceFailedError(problem.slug, [fault])
        error.arguments, error.reason = arguments, reason
        raise error
    return outcome


def _reason(outcome: Outcome) -> str:
    if outcome.stage == "load":
        return load_message(outcome)
    if outcome.raised is not None:
        return f"{outcome.raised.type}: {outcome.raised.message}"
    return ending_message(outcome)
