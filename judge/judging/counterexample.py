"""Explain why a case fails: state from an earlier call, or a smaller input that fails too."""

import time
from collections.abc import Callable, Generator, Sequence
from typing import Any

from judge.errors import AuthorError
from judge.events import Shrinking
from judge.judging.comparison import Comparison
from judge.judging.decision import CaseResult
from judge.judging.findings import LEAK_GUARD, LONG_ANSWER, Findings
from judge.judging.leak import examine, random_result
from judge.judging.limits import ANSWERS_BYTES, case_limit
from judge.judging.smallest import Smallest
from judge.judging.trial import Trial
from judge.kinds import Look
from judge.notes import Note
from judge.problems import Case, Group, Strategies, data_names
from judge.reduction import LONGEST, Bounds, Found, reduce_input
from judge.values import canonical_json
from judge.verdict import SHRUNK, Verdict

#: Programs that explaining a wrong answer mostly takes: for the case alone, two to compare on
#: smaller inputs, two to confirm what was found, and one under another seed of `random`.
PROGRAMS = 6

SEARCH_GUARD = Note(
    code="search_guard_fired",
    message="the guard in seconds fired: on another run the search may go further",
)


def explain_failure(trial: Trial, findings: Findings) -> Generator[Shrinking, None, None]:
    """Look for leaked state; if there is none, reduce the failing input."""
    assert findings.failed is not None  # the caller has looked
    (case, result), looks = findings.failed, findings.kind.looks
    large = case.group == Group.SCALE and result.verdict not in SHRUNK
    if large or result.whole_run or result.outcome.stage == "load":
        return
    if result.outcome.answer_bytes > ANSWERS_BYTES:
        findings.notes.append(LONG_ANSWER)
        return
    limit, began = case_limit(trial.problem, case.reference_cpu_seconds), time.monotonic()
    if findings.kind.explain is not None:
        findings.failed = (case, explained(trial, case, result))
        return
    if result.verdict in SHRUNK and Look.SMALLER in looks:
        trial.sandbox.expect(PROGRAMS)
    if Look.LEAK in looks:
        alone = examine(trial, findings.played, case, result, limit)
        findings.failed, findings.leak = (case, alone.result), alone.leak
        findings.notes += [LEAK_GUARD] if alone.guard_fired else []
        if not alone.fails:
            return
    if result.verdict not in SHRUNK or Look.SMALLER not in looks:
        return
    if time.monotonic() - began > trial.settings.guard_seconds:
        findings.notes.append(SEARCH_GUARD)
        return
    yield Shrinking(0)
    smallest, guard_fired = shrink(trial, case, result)
    findings.notes += [SEARCH_GUARD] if guard_fired else []
    if smallest is not None:
        findings.take_smallest(smallest)
        yield Shrinking(smallest.calls)
    else:
        findings.failed = (case, random_result(trial, case, result, limit))


def explained(trial: Trial, case: Case, result: CaseResult) -> CaseResult:
    """Return what the kind of problem finds when it plays a failing case once more.

    A result of another verdict is not taken: the first one has been counted.
    """
    explain = trial.problem.kind.explain
    assert explain is not None  # the caller has looked
    with trial.player() as player:
        limit = case_limit(trial.problem, case.reference_cpu_seconds)
        outcome = explain(trial, player, case, limit, result.outcome)
    again = trial.decide(case, outcome, trial.problem.rules)
    return again if again.verdict is result.verdict else result


def shrink(trial: Trial, case: Case, result: CaseResult) -> tuple[Smallest | None, bool]:
    """Return the smallest input found that fails with the same verdict, if one is confirmed.

    And whether the guard in seconds ended the search.
    """
    if not _is_reducible(case, result.verdict):
        return None, False
    began = time.monotonic()
    with Comparison(trial) as comparison:
        fails = comparison.fails((result.verdict,), searching=False)
        found = smaller(trial, comparison, case.arguments, fails)
    late = time.monotonic() - began > 2 * trial.settings.guard_seconds
    smallest = None if late else confirmed(trial, found)
    if smallest is not None and smallest.result.verdict is not result.verdict:
        smallest = None
    return smallest, found.guard_fired or late


def _is_reducible(case: Case, verdict: Verdict) -> bool:
    """Whether smaller inputs are worth a try.

    Where a large case ends in an exception, its size mostly is the reason. A log that lies on disk
    cannot be changed, and of a very long input not even one candidate could be played.
    """
    if case.group is not Group.SCALE:
        return True
    if verdict is not Verdict.WRONG_ANSWER or len(case.arguments_json) > LONGEST:
        return False
    return not data_names(case.interface, case.arguments)


def smaller(
    trial: Trial,
    comparison: Comparison,
    arguments: dict[str, Any],
    fails: Callable[[dict[str, Any]], bool],
) -> Found:
    """Reduce a failing input, within the budget of calls; `fails` is the comparison's."""
    problem, settings = trial.problem, trial.settings
    refusal = _Refusal(problem.strategies(), comparison)
    return reduce_input(
        problem.kind.moves(problem.interface),
        refusal,
        {name: arguments[name] for name in problem.names()},
        fails,
        Bounds(settings.shrink_calls, settings.guard_seconds),
        refusal.foresee,
    )


class _Refusal:
    """Why an input is not allowed; one that `validate` raises at is not either.

    Its author never thought of inputs of this form.
    """

    def __init__(self, strategies: Strategies, comparison: Comparison) -> None:
        self._strategies = strategies
        self._comparison = comparison
        self._foreseen: dict[str, Callable[[], str | None]] = {}

    def foresee(self, inputs: Sequence[dict[str, Any]]) -> None:
        """Have inputs validated of which some will be asked about, and the allowed ones played."""
        texts = {canonical_json(one): one for one in inputs}
        answers = self._strategies.validated(list(texts.values()))
        self._foreseen = dict(zip(texts, answers, strict=True))
        self._comparison.foresee([one for one in texts.values() if self(one) is None])

    def __call__(self, arguments: dict[str, Any]) -> str | None:
        try:
            foreseen = self._foreseen.get(canonical_json(arguments))
            return foreseen() if foreseen else self._strategies.validate(arguments)
        except AuthorError as error:
            if not error.raised:
                raise
            return str(error)


def confirmed(trial: Trial, found: Found) -> Smallest | None:
    """Play the reduced input in fresh programs; None unless it fails there too.

    Where its answer changes with the seed of `random`, it is told, and is no smallest input.
    """
    with Comparison(trial) as comparison:
        case, result = comparison.play(found.arguments)
    if result.passed:
        return None
    shown = random_result(trial, case, result, result.outcome.limit)
    return Smallest(case, shown, found.minimal and shown is result, found.calls)
