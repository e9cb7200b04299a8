"""The live search, and the smallest input that shows a failure, played against the reference."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Self

from judge.execution.reference import reference_answer
from judge.judging.decision import CaseResult, decide
from judge.judging.leak import Leak, find_leak
from judge.judging.limits import ANSWERS_BYTES, Budget, case_limit
from judge.judging.search import first_failing
from judge.judging.trial import Trial
from judge.notes import Note
from judge.problems import Case, Group
from judge.reduction import Bounds, Found, Spent, reduce_input
from judge.verdict import SHRUNK, Verdict

SEARCH_GUARD = Note(
    code="search_guard_fired",
    message="the guard in seconds fired: on another run the search may go further",
)
UNREPEATED = Note(
    code="unrepeated_failure",
    message="a fresh input failed once and passed when it was played again: the answer hangs on "
    "chance, on time, on id(), or on what was asked before",
)


@dataclass(frozen=True, slots=True)
class Smallest:
    """A failing input, as small as the budget of calls could make it."""

    case: Case
    judged: CaseResult
    minimal: bool
    calls: int


@dataclass(frozen=True, slots=True)
class Live:
    """What the live search found: nothing, or one failing case."""

    tried: int
    case: Case | None = None
    judged: CaseResult | None = None
    smallest: Smallest | None = None
    leak: Leak | None = None
    peak_bytes: int | None = None


class _Costly(BaseException):
    """Leaves the search at an input that passed a limit: such a case is shown as it is."""


class Comparison:
    """Submission against reference on inputs of our choice, all within a budget if there is one."""

    def __init__(self, trial: Trial, budget: Budget | None = None) -> None:
        self._trial = trial
        self._budget = budget
        self._player = trial.player()
        self._reference = trial.reference()
        self._wrong_bytes = 0
        #: What passed, in order, and the first that did not.
        self.history: list[Case] = []
        self.failed: tuple[Case, CaseResult] | None = None

    def play(self, arguments: dict[str, Any]) -> tuple[Case, CaseResult]:
        """Play one input on both sides; the case carries the reference's answer."""
        problem = self._trial.problem
        sent = problem.encode(arguments)
        answer = reference_answer(problem, self._reference, sent)
        case = problem.case(Group.LIVE, len(self.history), sent, answer)
        player = self._player
        outcome = player.play(sent, case_limit(problem, answer.cpu_seconds))
        judged = decide(problem, case, outcome)
        if self._budget is not None:
            judged = self._budget.held(judged, player.cpu_seconds, player.wall_seconds)
        return case, judged

    def fails(
        self, verdicts: tuple[Verdict, ...], *, searching: bool
    ) -> Callable[[dict[str, Any]], bool]:
        """Return the predicate of a search or a reduction; it remembers the inputs that passed.

        An input that passes a limit ends a search: it is a failure, and none to be made smaller.
        A reduction leaves it aside, and ends when wrong answers have been too long.
        """

        def predicate(arguments: dict[str, Any]) -> bool:
            if self._wrong_bytes > ANSWERS_BYTES:
                raise Spent
            case, judged = self.play(arguments)
            if judged.passed:
                self.history.append(case)
                return False
            self._wrong_bytes += judged.outcome.answer_bytes
            self.failed = self.failed or (case, judged)
            if judged.verdict not in SHRUNK and searching:
                raise _Costly(case, judged)
            return judged.verdict in verdicts

        return predicate

    @property
    def peak_bytes(self) -> int | None:
        """The submission's peak in this comparison, once that is over."""
        return self._player.peak_bytes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._player.close()
        self._reference.close()


def search_live(
    trial: Trial, inputs: Iterable[dict[str, Any]], budget: Budget, notes: list[Note]
) -> Live:
    """Try fresh inputs; a failure comes back shrunk."""
    if trial.settings.search_examples == 0:
        return Live(0)
    with Comparison(trial, budget) as comparison:
        live = _searched(trial, comparison, inputs, notes)
    return replace(live, peak_bytes=comparison.peak_bytes)


def _searched(
    trial: Trial, comparison: Comparison, inputs: Iterable[dict[str, Any]], notes: list[Note]
) -> Live:
    settings = trial.settings
    try:
        fails = comparison.fails(SHRUNK, searching=True)
        tried = first_failing(inputs, fails, settings.guard_seconds)
        found = None if tried.failing is None else _reduced(trial, tried.failing, fails)
    except _Costly as costly:
        case, judged = costly.args
        return Live(len(comparison.history) + 1, case, judged)
    _tell(notes, guard_fired=tried.guard_fired or (found is not None and found.guard_fired))
    if found is None:
        return Live(tried.count)
    smallest = _confirmed(trial, found)
    if smallest is not None:
        return Live(tried.count, smallest.case, smallest.judged, smallest)
    live = _leaking(trial, comparison, found, tried.count)
    if live.case is None and comparison.failed is not None:
        # It was wrong once, by our own comparison: that it is right another time mends nothing.
        notes.append(UNREPEATED)
        return Live(tried.count, *comparison.failed)
    return live


def _leaking(trial: Trial, comparison: Comparison, found: Found, tried: int) -> Live:
    """An input that fails among others and passes alone: state, or chance."""
    case, judged = comparison.play(found.arguments)
    leak = find_leak(trial, comparison.history, case, judged.outcome.limit)
    if judged.passed or leak is None:
        return Live(tried)
    return Live(tried, case, judged, leak=leak)


def shrink(trial: Trial, case: Case, judged: CaseResult, notes: list[Note]) -> Smallest | None:
    """Return the smallest input found that fails with the same verdict; None if none confirmed.

    A scale case is not made smaller: its size is the message.
    """
    if case.group == Group.SCALE:
        return None
    began = time.monotonic()
    with Comparison(trial) as comparison:
        fails = comparison.fails((judged.verdict,), searching=False)
        found = _reduced(trial, case.arguments, fails)
    late = time.monotonic() - began > 2 * trial.settings.guard_seconds
    _tell(notes, guard_fired=found.guard_fired or late)
    smallest = None if late else _confirmed(trial, found)
    if smallest is None or smallest.judged.verdict is not judged.verdict:
        return None
    return smallest


def _reduced(
    trial: Trial, arguments: dict[str, Any], fails: Callable[[dict[str, Any]], bool]
) -> Found:
    """Make a failing input smaller, within the budget of calls."""
    problem, settings = trial.problem, trial.settings
    return reduce_input(
        problem.kind.moves(problem.interface),
        problem.strategies().validate,
        {name: arguments[name] for name in problem.names()},
        fails,
        Bounds(settings.shrink_calls, settings.guard_seconds),
    )


def _confirmed(trial: Trial, found: Found) -> Smallest | None:
    """Play the found input alone, so that what is shown is what anybody will see."""
    with Comparison(trial) as comparison:
        case, judged = comparison.play(found.arguments)
    if judged.passed:
        return None
    fresh = trial.alone(case, judged.outcome.limit)
    if fresh.passed:
        return None
    return Smallest(case, fresh, found.minimal, found.calls)


def _tell(notes: list[Note], *, guard_fired: bool) -> None:
    if guard_fired:
        notes.append(SEARCH_GUARD)
