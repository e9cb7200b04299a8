"""Trying fresh inputs until one fails."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Arguments = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tried:
    """How many inputs were tried, the one that failed, and whether the guard ended it."""

    count: int
    failing: Arguments | None = None
    guard_fired: bool = False


def first_failing(
    inputs: Iterable[Arguments], fails: Callable[[Arguments], bool], guard_seconds: float
) -> Tried:
    """Try inputs in turn until one fails.

    `guard_seconds` bounds the waiting for inputs, as a last resort. What a submission takes for
    them is not counted: it must not be able to end its own search.
    """
    count, waited, since = 0, 0.0, time.monotonic()
    for arguments in inputs:
        waited += time.monotonic() - since
        if waited > guard_seconds:
            return Tried(count, guard_fired=True)
        count += 1
        if fails(arguments):
            return Tried(count, arguments)
        since = time.monotonic()
    return Tried(count)
