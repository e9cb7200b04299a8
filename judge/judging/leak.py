"""State that leaks from one call to the next: which earlier call it took."""

import time
from dataclasses import dataclass

from judge.judging.trial import Trial
from judge.problems import Case
from sandbox import Limit

#: Earlier cases that are tried, nearest first, to name the one that leaves state behind.
LEAK_CASES = 400


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
