"""Drives sessions: how far one call alone raises the memory of a fresh program, size by size."""

import time
from collections.abc import Generator

from judge.events import Measuring
from judge.measurement.slopes import Point
from judge.measurement.time_readings import Contest, made, warm_size
from judge.submission import Submission
from sandbox import Limit

#: What stays unseen of a call's memory: parts of pages that the allocator had at hand.
MEMORY_ERROR = 48 * 1024
MEMORY_SIZES = 6


def memory_growth(
    contest: Contest, sizes: list[int], limit: Limit
) -> Generator[Measuring, None, list[Point]]:
    """Measure what a call alone takes of memory at some of these sizes.

    Fewer when one that sleeps has taken longer than a call may.
    """
    chosen = _apart(sizes)[-MEMORY_SIZES:]
    end = time.monotonic() + limit.wall_seconds
    points = []
    for done, n in enumerate(chosen):
        if time.monotonic() > end:
            break
        yield Measuring("memory", n, done / len(chosen))
        given = made(contest, n)
        own = risen_bytes(contest, contest.submission, given, limit)
        if own is None:
            continue
        beside = None
        if contest.reference is not None:
            beside = risen_bytes(contest, contest.reference, given, limit)
        points.append(Point(n, own, MEMORY_ERROR, beside, MEMORY_ERROR))
    return points


def _apart(sizes: list[int]) -> list[int]:
    """Return sizes that double, from the largest down: tables that double grow in such steps."""
    chosen: list[int] = []
    for n in reversed(sizes):
        if not chosen or n <= 0.6 * chosen[-1]:
            chosen.append(n)
    return chosen[::-1]


def risen_bytes(contest: Contest, submission: Submission, given: bytes, limit: Limit) -> int | None:
    """Return how far one call raises the resident memory of a fresh program above its input.

    None where the host gives no such figure, or the call did not end well.
    """
    with contest.player(submission) as player:
        player.play(made(contest, warm_size(contest.sizes)), limit)
        return player.risen_bytes(given, limit)
