"""Play cases step by step; a package's own checker is asked about several answers at a time.

To wake the checker's process for each case would take longer than the check.
"""

import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from judge.execution import Outcome, Player
from judge.judging.decision import CaseResult
from judge.judging.limits import case_limit
from judge.judging.trial import Trial
from judge.kinds import RIGHT, Check, Rules, SentCase
from judge.problems import Case, Group
from judge.records import dataclass, replace

#: The most cases that wait for the checker, the bytes of them and their answers together, and the
#: seconds that one waits.
MOST_CASES, MOST_BYTES, MOST_SECONDS = 32, 64 * 1024, 0.1
#: With a checker that takes so long for them, people would wait for all to hear of one.
SLOW_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class PlayedCase:
    """A case, its result, and the seconds that the player had spent when it ended."""

    case: Case
    result: CaseResult
    cpu_seconds: float
    wall_seconds: float
    #: Whether it had passed before: of a program that answers otherwise when it is played again.
    had_passed: bool = False


@dataclass(frozen=True, slots=True)
class _Unchecked:
    """A case whose result is right if the checker passes what it is asked; `shown` if not."""

    played: PlayedCase
    asked: tuple[SentCase, Any]
    shown: Outcome


def play_in_lockstep(trial: Trial, player: Player, cases: Iterable[Case]) -> Iterator[PlayedCase]:
    """Play cases in order, and yield each once its result is known.

    Where a package's checker decides, a few later ones have been played by then: who stops at a
    failure never hears of these. Samples do not wait, so that what they print can be taken from the
    player. Raises `AuthorError` in place of a case whose check fails.
    """
    unchecked: list[_Unchecked] = []
    most, size, since = MOST_CASES, 0, 0.0
    for case in cases:
        asked: list[tuple[SentCase, Any]] = []
        waits = case.group != Group.SAMPLE and trial.problem.checker == "custom" and most > 1
        limit = case_limit(trial.problem, case.reference_cpu_seconds)
        result = trial.judge(player, case, limit, hopeful(asked) if waits else None)
        played = PlayedCase(case, result, player.cpu_seconds, player.wall_seconds)
        if not asked:
            yield from _checked(trial, unchecked)
            unchecked, size = [], 0
            yield played
            continue
        shown = player.with_prints(result.outcome) if result.passed else result.outcome
        now = time.monotonic()
        since = since if unchecked else now
        unchecked.append(_Unchecked(played, asked[0], shown))
        size += len(asked[0][0].arguments) + result.outcome.answer_bytes
        if len(unchecked) >= most or size > MOST_BYTES or now - since > MOST_SECONDS:
            seconds = yield from _checked(trial, unchecked)
            unchecked, size = [], 0
            if seconds > SLOW_SECONDS:
                most = 1
    yield from _checked(trial, unchecked)


def hopeful(asked: list[tuple[SentCase, Any]]) -> Rules:
    """Return rules by which each answer is right, and note what the checker is to be asked."""

    def custom(case: SentCase, actual: Any) -> Check:
        asked.append((case, actual))
        return RIGHT

    return Rules("custom", custom)


def _checked(trial: Trial, unchecked: Sequence[_Unchecked]) -> Generator[PlayedCase, None, float]:
    """Ask the checker, and yield the cases with what it says; return the seconds that it took."""
    if not unchecked:
        return 0.0
    checks = trial.problem.custom_checks([one.asked for one in unchecked])
    for one, check in zip(unchecked, checks, strict=True):
        if check.passed:
            yield one.played
            continue
        result = trial.decide(one.played.case, one.shown, Rules("custom", partial(_said, check)))
        yield replace(one.played, result=result)
    return checks.seconds


def _said(check: Check, _case: SentCase, _actual: Any) -> Check:
    return check
