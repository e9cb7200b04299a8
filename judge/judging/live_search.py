"""The live search: try fresh inputs until one fails, then reduce it."""

import time
from collections.abc import Callable, Generator, Iterable
from typing import Any

from judge.events import Searching
from judge.judging.comparison import Comparison, CostlyInput
from judge.judging.counterexample import SEARCH_GUARD, confirmed, smaller
from judge.judging.decision import CaseResult
from judge.judging.findings import Findings
from judge.judging.leak import Leak, examine, random_result
from judge.judging.limits import Budget
from judge.judging.smallest import Smallest
from judge.judging.trial import Trial
from judge.notes import Note
from judge.problems import Case
from judge.records import dataclass, replace
from judge.reduction import Found
from judge.verdict import SHRUNK

UNREPEATED = Note(
    code="unrepeated_failure",
    message="a fresh input failed once and passed when it was played again: the answer hangs on "
    "chance, on time, on id(), or on what was asked before",
)


Arguments = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tried:
    """How many inputs were tried, and the one that failed."""

    count: int
    failing: Arguments | None = None


def first_failing(inputs: Iterable[Arguments], fails: Callable[[Arguments], bool]) -> Tried:
    """Try inputs in order until one fails."""
    count = 0
    for count, arguments in enumerate(inputs, 1):
        if fails(arguments):
            return Tried(count, arguments)
    return Tried(count)


@dataclass(frozen=True, slots=True)
class Live:
    """The result of a live search: how many inputs were tried, and the failing case if any.

    `notes` are what a report tells of the search.
    """

    tried: int
    case: Case | None = None
    result: CaseResult | None = None
    smallest: Smallest | None = None
    leak: Leak | None = None
    notes: tuple[Note, ...] = ()


def search_live(
    trial: Trial, inputs: Iterable[Arguments], findings: Findings
) -> Generator[Searching, None, None]:
    """Try fresh inputs on a submission that passed the corpus; record a failure, reduced."""
    total = trial.settings.search_examples
    yield Searching(0, total)
    found = Live(0)
    if total:
        with Comparison(trial, Budget.of(trial.problem, findings.corpus)) as comparison:
            found = search(trial, comparison, inputs)
        findings.add_peak(comparison.peak_bytes)
        findings.costs = comparison.costs
    findings.live_tried = found.tried
    findings.notes += found.notes
    if found.case is not None and found.result is not None:
        findings.fail_beyond_corpus(
            found.case, found.result, smallest=found.smallest, leak=found.leak
        )
    yield Searching(found.tried, total)


def search(trial: Trial, comparison: Comparison, inputs: Iterable[Arguments]) -> Live:
    """Play inputs until one fails, and reduce it."""
    guard = trial.settings.guard_seconds
    began = time.monotonic()
    drawn = list(inputs)
    if time.monotonic() - began > guard:
        return Live(0, notes=(SEARCH_GUARD,))
    if comparison.all_pass(drawn):
        return Live(len(drawn))
    try:
        fails = comparison.fails(SHRUNK, searching=True)
        tried = first_failing(drawn, fails)
        found = None if tried.failing is None else smaller(trial, comparison, tried.failing, fails)
    except CostlyInput as costly:
        case, result = costly.args
        return Live(len(comparison.history) + 1, case, result)
    if found is None:
        return Live(tried.count, *comparison.broken or ())
    smallest = confirmed(trial, found)
    if smallest is not None:
        live = Live(tried.count, smallest.case, smallest.result, smallest)
    else:
        live = _unconfirmed(trial, comparison, found, tried.count)
    return replace(live, notes=(SEARCH_GUARD, *live.notes)) if found.guard_fired else live


def _unconfirmed(trial: Trial, comparison: Comparison, found: Found, tried: int) -> Live:
    """Examine an input that failed after others and passes alone: leaked state, or chance.

    One wrong answer is a failure, even if the same input passes when it is played again.
    """
    assert comparison.failed is not None  # the caller has looked
    case, result = comparison.play(found.arguments)
    if result.passed:
        case, result = comparison.failed
    limit = result.outcome.limit
    if not comparison.history:
        return Live(tried, case, random_result(trial, case, result, limit))
    alone = examine(trial, comparison.history, case, result, limit)
    repeated = alone.leak is not None or alone.fails or alone.by_chance
    notes = () if repeated else (UNREPEATED,)
    return Live(tried, case, alone.result, leak=alone.leak, notes=notes)
