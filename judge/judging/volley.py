"""Play small cases many at a time, and step by step once one of them is odd.

A round trip to the program costs more than most small cases, and step by step a case takes three.
In a volley the program is sent many cases at once, and sends all their answers back. An answer of a
volley can only show that its case passes. If it is wrong or missing, or a limit is reached, a fresh
program plays all cases again step by step, from the first one on: what fails, and why, is decided
there.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from judge.execution import Outcome, Player, Volley
from judge.judging.decision import CaseResult, decide
from judge.judging.limits import case_limit
from judge.judging.lockstep import SLOW_SECONDS, PlayedCase, hopeful, play_in_lockstep
from judge.judging.retry import NEAR
from judge.judging.trial import Trial
from judge.kinds import Check, SentCase
from judge.problems import Case, Group, Problem
from judge.records import dataclass, replace
from sandbox import Limit

#: The most cases of a volley, and the bytes of their arguments together.
MOST_CASES, MOST_BYTES = 64, 64 * 1024
#: The CPU seconds that the reference may take for a volley, and that a submission may, which is
#: played again step by step if it takes more.
REFERENCE_SECONDS, VOLLEY_SECONDS = 0.02, 0.25
#: The wall seconds that a volley may take; the least that a case alone may is more.
WALL_SECONDS = 1.0


def play_in_volleys(trial: Trial, player: Player, cases: Iterable[Case]) -> Iterator[PlayedCase]:
    """Play cases in order, and yield each once its result is known.

    Samples are played step by step, so that what they print can be taken from the player. Of other
    cases a few later ones have been played by then. One that passed, and then fails as all are
    played again, comes a second time. Raises `AuthorError` in place of a case whose check fails.
    """
    if not trial.plays_volleys:
        yield from play_in_lockstep(trial, player, cases)
        return
    earlier: list[PlayedCase] = []
    limit = volley_limit(trial.problem)
    groups = _groups(player, cases)
    for group in groups:
        if len(group) == 1 or not _fits(player, group[0]):
            for one in play_in_lockstep(trial, player, group):
                earlier.append(one)
                yield one
            continue
        sent = [case.arguments_json for case in group]
        volley = player.play_volley(sent, limit, trial.right_replies(group))
        known = 0
        hopes = _hopes(trial, group, volley)
        checks = trial.problem.custom_checks(hopes.asked)
        for result in hopes.that_pass(checks):
            one = PlayedCase(group[known], result, player.cpu_seconds, player.wall_seconds)
            known += 1
            earlier.append(one)
            yield one
        rest = chain(group[known:], chain.from_iterable(groups))
        if known < len(group):
            broken = _Broken(volley.broken, group[-1]) if volley.broken else None
            yield from _play_again(trial, player, earlier, rest, broken)
        elif checks.seconds > SLOW_SECONDS:
            yield from play_in_lockstep(trial, player, rest)


def passing(trial: Trial, cases: Sequence[Case], volley: Volley) -> Iterator[CaseResult]:
    """Yield the results of the cases of a volley, in order, up to the first that does not pass."""
    hopes = _hopes(trial, cases, volley)
    return hopes.that_pass(trial.problem.custom_checks(hopes.asked))


@dataclass(frozen=True, slots=True)
class _Hopes:
    """Results of cases that pass if a package's checker finds right what it is asked.

    Beside each result is how many of the questions are about it: not every answer is one that the
    checker is asked about.
    """

    results: list[tuple[CaseResult, int]]
    asked: list[tuple[SentCase, Any]]

    def that_pass(self, checks: Iterator[Check]) -> Iterator[CaseResult]:
        """Yield the results up to the first that does not pass."""
        for result, count in self.results:
            if not all(next(checks).passed for _ in range(count)):
                return
            yield result


def _hopes(trial: Trial, cases: Sequence[Case], volley: Volley) -> _Hopes:
    """Return the results up to the first that does not pass, whatever a checker would say."""
    asked: list[tuple[SentCase, Any]] = []
    rules = hopeful(asked) if trial.problem.checker == "custom" else None
    results: list[tuple[CaseResult, int]] = []
    expected: CaseResult | None = None
    for case, outcome in zip(cases, volley.outcomes, strict=False):
        before = len(asked)
        if expected is not None and outcome is expected.outcome:
            results.append((expected, 0))
            continue
        result = decide(trial.problem, case, outcome, rules)
        if outcome.as_expected:
            expected = result
        if not result.passed:
            break
        results.append((result, len(asked) - before))
    return _Hopes(results, asked)


def _groups(player: Player, cases: Iterable[Case]) -> Iterator[list[Case]]:
    """Yield the cases of each volley, and those between that are played step by step.

    A sample comes alone. The checker is asked about the others of a group together.
    """
    group: list[Case] = []
    size, seconds = 0, 0.0
    for case in cases:
        alone = case.group == Group.SAMPLE
        if group and (alone or _fits(player, case) != _fits(player, group[0])):
            yield group
            group, size, seconds = [], 0, 0.0
        group.append(case)
        size += len(case.arguments_json)
        seconds += case.reference_cpu_seconds or 0.0
        full = len(group) == MOST_CASES or size > MOST_BYTES or seconds > REFERENCE_SECONDS
        if alone or full:
            yield group
            group, size, seconds = [], 0, 0.0
    if group:
        yield group


def _fits(player: Player, case: Case) -> bool:
    """Whether a case may be part of a volley."""
    return case.group != Group.SAMPLE and player.is_small(case.arguments_json)


def volley_limit(problem: Problem) -> Limit:
    """Return the limit of a volley; below it, no case of it was near its own."""
    least = case_limit(problem, None).cpu_seconds
    return Limit(min(VOLLEY_SECONDS, NEAR * least), WALL_SECONDS)


@dataclass(frozen=True, slots=True)
class _Broken:
    """How a program broke a rule in a volley, and the last case of that."""

    outcome: Outcome
    last: Case


def _play_again(
    trial: Trial,
    player: Player,
    earlier: Sequence[PlayedCase],
    rest: Iterable[Case],
    broken: _Broken | None,
) -> Iterator[PlayedCase]:
    """Play all cases step by step in a fresh program; of earlier ones, yield what fails now.

    A rule that was broken in the volley was broken, even if the program does not do it again.
    """
    player.start_over()
    cases = chain([one.case for one in earlier], rest)
    for number, one in enumerate(play_in_lockstep(trial, player, cases)):
        if number < len(earlier):
            if earlier[number].result.passed and not one.result.passed:
                yield replace(one, had_passed=True)
        elif broken is not None and one.case is broken.last and one.result.passed:
            yield replace(one, result=decide(trial.problem, one.case, broken.outcome))
        else:
            yield one
