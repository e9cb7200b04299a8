"""What is looked at twice before it is believed: limits, refused memory, state between calls."""

import time
from dataclasses import dataclass, replace

from judge.corpus import Case
from judge.deciding import Judged, decide
from judge.limits import case_limit
from judge.playing import Outcome, Player
from judge.preparing import reference_answer
from judge.problem import Problem
from judge.sandboxes import Sandboxes
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Limit, Sandbox

#: A case that takes more than this part of its CPU limit is timed again: what stays there is
#: too close to call, and accepted. The limit itself is the far end of that zone.
NEAR = 0.85
#: Earlier cases that are tried, nearest first, to name the one that leaves state behind.
LEAK_CASES = 400


@dataclass(frozen=True, slots=True)
class Trial:
    """One submission under judgement: what is needed to play it, or the reference, afresh.

    `sandbox` is what its programs are taken from: as a rule the main one of `sandboxes`.
    """

    problem: Problem
    submission: Submission
    sandbox: Sandbox
    settings: Settings
    sandboxes: Sandboxes

    def player(self) -> Player:
        return Player(self.sandbox, self.problem.interface, self.submission)

    def reference(self) -> Player:
        return Player(self.sandbox, self.problem.interface, self.problem.reference)

    def judged(self, player: Player, case: Case, limit: Limit) -> Judged:
        """Play one case and judge it."""
        outcome = player.play(case.arguments_json, limit)
        judged = decide(self.problem, lambda: case.arguments, case.expected, outcome)
        if judged.passed:
            return judged
        return replace(judged, outcome=_with_prints(player, judged))

    def alone(self, case: Case, limit: Limit) -> Judged:
        """Play one case in a session of its own."""
        with self.player() as player:
            return self.judged(player, case, limit)


def _with_prints(player: Player, judged: Judged) -> Outcome:
    printed = judged.outcome.printed + player.take_printed()
    return replace(judged.outcome, printed=printed)


def is_near(judged: Judged) -> bool:
    """Whether a case came near its CPU limit, or passed it."""
    outcome = judged.outcome
    return not judged.passed or outcome.cpu_seconds > NEAR * outcome.limit.cpu_seconds


def look_again(trial: Trial, case: Case, judged: Judged) -> tuple[Judged, bool]:
    """Return the case judged with care, and whether it was close to a limit."""
    if judged.passed:
        return judged, is_near(judged) and is_near(trial.alone(case, judged.outcome.limit))
    if judged.verdict is Verdict.TIME_LIMIT_EXCEEDED and judged.outcome.stage == "call":
        return _time_again(trial, case, judged)
    if judged.verdict is Verdict.RUN_TIME_ERROR and judged.outcome.memory_error:
        return _memory_again(trial, case, judged), False
    return judged, False


def judged_with_care(trial: Trial, player: Player, case: Case) -> tuple[Judged, bool]:
    """Play one case under its own limit, and once more where that is near; see `look_again`."""
    judged = trial.judged(player, case, case_limit(trial.problem, case.reference_cpu_seconds))
    return look_again(trial, case, judged) if is_near(judged) else (judged, False)


def _time_again(trial: Trial, case: Case, judged: Judged) -> tuple[Judged, bool]:
    """Time the reference on this case now; a limit that this raises is tried once more.

    A machine that has become slower since the corpus was built must not turn AC into TLE.
    """
    with trial.reference() as reference:
        seconds = max(
            reference_answer(trial.problem, reference, case.arguments_json)[1] for _ in range(2)
        )
    limit = case_limit(trial.problem, seconds)
    if limit.cpu_seconds <= judged.outcome.limit.cpu_seconds * 1.05:
        return judged, False
    again = trial.alone(case, limit)
    return again, again.passed


def _memory_again(trial: Trial, case: Case, judged: Judged) -> Judged:
    """Tell a refused allocation from `raise MemoryError`: play under a larger cap and count."""
    with replace(trial, sandbox=trial.sandboxes.wider()).player() as player:
        again = player.play(case.arguments_json, judged.outcome.limit)
        player.close()
        peak = player.peak_bytes
    cap = trial.problem.memory_bytes
    if again.refused_bytes or (peak is not None and peak > cap):
        message = f"it needs more than the memory limit of {cap} bytes"
        return Judged(Verdict.MEMORY_LIMIT_EXCEEDED, message, judged.outcome)
    return judged


@dataclass(frozen=True, slots=True)
class Leak:
    """The earlier case that changes what a later one gives, if one alone does it."""

    earlier: Case | None
    guard_fired: bool = False


def find_leak(trial: Trial, earlier: list[Case], case: Case, limit: Limit) -> Leak | None:
    """Return how state leaks into `case`, or None when it fails alone as well.

    Bounded by a count of cases; the guard in seconds is for a submission that is slow on purpose.
    """
    if not earlier or not trial.alone(case, limit).passed:
        return None
    deadline = time.monotonic() + trial.settings.guard_seconds
    # The same input, if it came before, is what most likely was remembered.
    suspects = [one for one in earlier if one.arguments_text == case.arguments_text]
    suspects += [one for one in reversed(earlier) if one.arguments_text != case.arguments_text]
    for other in suspects[:LEAK_CASES]:
        if time.monotonic() > deadline:
            return Leak(None, guard_fired=True)
        with trial.player() as player:
            trial.judged(player, other, limit)
            if not trial.judged(player, case, limit).passed:
                return Leak(other)
    return Leak(None)
