"""The live search: fresh inputs are tried until one fails, and that one is made small."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from judge.problems import Problem
from judge.reduction import CALLS, SECONDS, Found, reduced

Arguments = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """What a search saw: how many fresh inputs were tried, and a failing one made small."""

    tried: int
    found: Found | None
    guard_fired: bool = False


def search(
    problem: Problem,
    inputs: Iterable[Arguments],
    fails: Callable[[Arguments], bool],
    *,
    shrink_calls: int = CALLS,
    guard_seconds: float = SECONDS,
    progress: Callable[[int], None] = lambda _tried: None,
    shrinking: Callable[[int], None] = lambda _calls: None,
) -> Result:
    """Try inputs in turn until one fails, and make that one small.

    `guard_seconds` bounds the waiting for inputs and the making small, each as a last resort. What
    a submission takes for the inputs is not counted: it must not be able to end its own search.
    """
    tried, waited, since = 0, 0.0, time.monotonic()
    for arguments in inputs:
        waited += time.monotonic() - since
        if waited > guard_seconds:
            return Result(tried, None, guard_fired=True)
        tried += 1
        if fails(arguments):
            result = smallest(
                problem, arguments, fails,
                calls=shrink_calls, guard_seconds=guard_seconds, shrinking=shrinking,
            )  # fmt: skip
            return Result(tried, result.found, result.guard_fired)
        progress(tried)
        since = time.monotonic()
    return Result(tried, None)


def smallest(
    problem: Problem,
    arguments: Arguments,
    fails: Callable[[Arguments], bool],
    *,
    calls: int = CALLS,
    guard_seconds: float = SECONDS,
    shrinking: Callable[[int], None] = lambda _calls: None,
) -> Result:
    """Make one failing input small, wherever it came from."""
    found = reduced(
        problem.interface,
        problem.strategies().validate,
        arguments,
        fails,
        calls=calls,
        guard_seconds=guard_seconds,
        shrinking=shrinking,
    )
    return Result(0, found, found.guard_fired)
