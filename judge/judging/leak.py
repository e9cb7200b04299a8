"""Find the earlier call whose leftover state makes a later one fail."""

import time
from dataclasses import dataclass

from judge.judging.trial import Trial
from judge.problems import Case
from sandbox import Limit

#: How many earlier cases to try, nearest first.
LEAK_CASES = 400


@dataclass(frozen=True, slots=True)
class Leak:
    """The earlier case that alone makes a later one fail; None if it takes several."""

    earlier: Case | None
    guard_fired: bool = False


def find_leak(trial: Trial, earlier: list[Case], case: Case, limit: Limit) -> Leak | None:
    """Return the leak into `case`; None if it fails in a fresh program too.

    Bounded by a number of cases; the guard in seconds is for a submission that is slow on purpose.
    """
    if not earlier or not trial.judge_alone(case, limit).passed:
        return None
    deadline = time.monotonic() + trial.settings.guard_seconds
    # If the same input came before, its answer was most likely remembered.
    suspects = [one for one in earlier if one.arguments_text == case.arguments_text]
    suspects += [one for one in reversed(earlier) if one.arguments_text != case.arguments_text]
    for other in suspects[:LEAK_CASES]:
        if time.monotonic() > deadline:
            return Leak(None, guard_fired=True)
        with trial.player() as player:
            trial.judge(player, other, limit)
            if not trial.judge(player, case, limit).passed:
                return Leak(other)
    return Leak(None)
