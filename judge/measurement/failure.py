"""What a submission does wrong while it is only measured, kept so that it is shown as a failure.

A forbidden act is one wherever it is seen, and a wrong answer is wrong. A limit that is passed, or
an exception, on an input beyond the corpus is neither: that only ends the measurement.
"""

from dataclasses import dataclass, replace

from judge.execution import Outcome, reference_answer
from judge.judging import CaseResult, Leak, Trial, case_limit, decide
from judge.problems import Case, Group
from judge.verdict import Verdict
from sandbox import Ending

#: Arguments above so many bytes are told by their size: no command line holds them.
LARGE_BYTES = 4096


class CaughtError(Exception):
    """A submission failed on an input that it was measured on: for good, whatever was measured."""

    def __init__(self, sent: bytes, n: int, outcome: Outcome) -> None:
        super().__init__(f"{outcome.ending} on a fresh input of size {n}")
        self.sent = sent
        self.n = n
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Caught:
    """The failing input and what came of it, as of any failing case."""

    case: Case
    judged: CaseResult
    leak: Leak | None = None


def refuse_forbidden(sent: bytes, n: int, outcome: Outcome) -> None:
    """Raise `CaughtError` where a submission did what none may."""
    if outcome.ending in (Ending.VIOLATION, Ending.BREACH):
        raise CaughtError(sent, n, outcome)


def caught(trial: Trial, error: CaughtError) -> Caught:
    """Return what is shown of a failure: the input with the reference's answer to it.

    A wrong answer is asked for once more, alone in a fresh program: one that is right there comes
    from state that earlier calls left behind.
    """
    with trial.reference() as reference:
        answer = reference_answer(trial.problem, reference, error.sent)
    size = error.n if len(error.sent) > LARGE_BYTES else None
    case = trial.problem.case(Group.LIVE, 0, error.sent, answer, size=size)
    limit = case_limit(trial.problem, answer.cpu_seconds)
    judged = decide(trial.problem, case, error.outcome)
    # The call was timed under the limit of a typical input; the report names this one's.
    judged = replace(judged, outcome=replace(judged.outcome, limit=limit))
    if judged.verdict is not Verdict.WRONG_ANSWER:
        return Caught(case, judged)
    alone = trial.alone(case, limit)
    if alone.passed:
        return Caught(case, judged, Leak(None))
    return Caught(case, alone if alone.verdict is Verdict.WRONG_ANSWER else judged)
