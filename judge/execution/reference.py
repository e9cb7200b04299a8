"""Playing the reference. It is the package's, so its failure is the author's."""

from pathlib import Path

from judge.errors import Fault, ProblemError
from judge.execution.outcome import Outcome, load_message
from judge.execution.player import Player
from judge.problems import Answer, Problem
from judge.values import to_json
from sandbox import Limit

#: The reference is trusted, so a slow author's machine gets time.
REFERENCE_LIMIT = Limit(cpu_seconds=60.0, wall_seconds=180.0)


def reference_answer(problem: Problem, reference: Player, arguments: bytes) -> Answer:
    """Return the reference's answer; its failure is the author's (`ProblemError`)."""
    outcome = reference_outcome(problem, reference, arguments)
    value, figures = problem.kind.split(problem.interface, outcome.value)
    return Answer(to_json(value), outcome.cpu_seconds, figures)


def reference_outcome(problem: Problem, reference: Player, arguments: bytes) -> Outcome:
    """Play the reference on an input; its failure is the author's (`ProblemError`)."""
    outcome = reference.play(arguments, REFERENCE_LIMIT)
    if not outcome.returned:
        reason = load_message(outcome) if outcome.stage == "load" else outcome.detail
        if outcome.raised is not None and outcome.stage != "load":
            reason = f"{outcome.raised.type}: {outcome.raised.message}"
        place = f"solutions/{problem.slug}/accepted/{Path(problem.reference.name).name}"
        short = arguments[:200].decode("utf-8", "replace")
        fault = Fault(place, "", f"the reference fails on {short}: {reason}", "Mend the reference")
        raise ProblemError(problem.slug, [fault])
    return outcome
