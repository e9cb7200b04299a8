"""Failures of a submission that come to light while it is only measured.

A forbidden act is one wherever it is seen, and a wrong answer is wrong: either is the verdict. A
limit that is passed, or an exception, on an input beyond the corpus is neither: it only ends the
measurement.
"""

from judge.execution import Outcome, reference_answer
from judge.judging import CaseResult, Trial, case_limit, decide, passing_alone
from judge.problems import Case, Group
from judge.records import dataclass, replace
from judge.verdict import Verdict
from sandbox import Ending

#: Arguments of more bytes are shown by their size: no command line holds them.
LARGE_BYTES = 4096


class MeasuredFailureError(Exception):
    """Raised when a submission fails on an input of size `n` that it was measured on."""

    def __init__(self, sent: bytes, n: int, outcome: Outcome) -> None:
        super().__init__(f"{outcome.ending} on a fresh input of size {n}")
        self.sent = sent
        self.n = n
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class MeasuredFailure:
    """The failing input and its result, as of any failing case."""

    case: Case
    result: CaseResult


def raise_if_forbidden(sent: bytes, n: int, outcome: Outcome) -> None:
    """Raise `MeasuredFailureError` where a program did what none may."""
    if outcome.ending in (Ending.VIOLATION, Ending.BREACH):
        raise MeasuredFailureError(sent, n, outcome)


def measured_failure(trial: Trial, error: MeasuredFailureError) -> MeasuredFailure:
    """Return what is shown of a failure: the input, and the reference's answer to it.

    A wrong answer is played once more, alone in a fresh program: where that is right, chance or
    the calls before made it wrong.
    """
    with trial.reference() as reference:
        answer = reference_answer(trial.problem, reference, error.sent)
    size = error.n if len(error.sent) > LARGE_BYTES else None
    case = trial.problem.case(Group.LIVE, 0, error.sent, answer, size=size)
    limit = case_limit(trial.problem, answer.cpu_seconds)
    result = decide(trial.problem, case, error.outcome)
    # The call was timed under the limit of a typical input; the report names this one's.
    result = replace(result, outcome=replace(result.outcome, limit=limit))
    if result.verdict is not Verdict.WRONG_ANSWER:
        return MeasuredFailure(case, result)
    alone = trial.judge_alone(case, limit)
    if alone.passed:
        return MeasuredFailure(case, passing_alone(trial, case, result, alone, limit))
    return MeasuredFailure(case, alone if alone.verdict is Verdict.WRONG_ANSWER else result)
