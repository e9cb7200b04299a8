"""Ask the reference again: one whose answers change must not be taken for a submission's fault."""

from judge.errors import Fault, ProblemError
from judge.execution import reference_outcome
from judge.judging.decision import decide
from judge.judging.trial import Trial
from judge.problems import Case, Group
from judge.values import show, to_json


def trust_reference(trial: Trial, case: Case) -> None:
    """Raise `ProblemError` if the reference gives another answer to a case than it gave before.

    A sample's answer is the statement's, which the reference has not given.
    """
    if case.group is Group.SAMPLE:
        return
    problem = trial.problem
    with trial.reference() as reference:
        outcome = reference_outcome(problem, reference, case.arguments_json)
    if decide(problem, case, outcome).passed:
        return
    value, _ = problem.kind.split(problem.interface, outcome.value)
    given = case.arguments_json[:200].decode("utf-8", "replace")
    reason = "the reference is random, or hangs on time, id() or earlier calls: its answers change"
    before, now = show(case.expected, 200), show(to_json(value), 200)
    values = f": on {given} it gave {before} when the case was made, and {now} now"
    mend = "Let the arguments alone decide"
    raise ProblemError(problem.slug, [Fault(problem.reference.name, "", reason, mend, values)])
