"""Read how far one call alone raises the memory of a fresh program, at growing sizes."""

import time
from collections.abc import Generator

from judge.events import Measuring
from judge.measurement.slopes import Point
from judge.measurement.time_readings import Subject
from judge.submission import Submission
from sandbox import Limit

#: Bytes of a call's memory that stay unseen: parts of pages that the allocator had at hand.
MEMORY_ERROR = 48 * 1024
MEMORY_SIZES = 6


def memory_growth(
    subject: Subject, sizes: list[int], limit: Limit
) -> Generator[Measuring, None, list[Point]]:
    """Measure what a call alone takes of memory, in bytes, at up to six of these sizes.

    At fewer when a submission that sleeps has taken longer than one call may.
    """
    chosen = _doubling(sizes)[-MEMORY_SIZES:]
    end = time.monotonic() + limit.wall_seconds
    points = []
    for done, n in enumerate(chosen):
        if time.monotonic() > end:
            break
        yield Measuring("memory", n, done / len(chosen))
        given = subject.fresh_input(n)
        own = call_memory_bytes(subject, subject.submission, given, limit)
        if own is None:
            continue
        other = None
        if subject.reference is not None:
            other = call_memory_bytes(subject, subject.reference, given, limit)
        points.append(Point(n, own, MEMORY_ERROR, other, MEMORY_ERROR))
    return points


def _doubling(sizes: list[int]) -> list[int]:
    """Return sizes that about double, from the largest down: tables grow in such steps."""
    chosen: list[int] = []
    for n in reversed(sizes):
        if not chosen or n <= 0.6 * chosen[-1]:
            chosen.append(n)
    return chosen[::-1]


def call_memory_bytes(
    subject: Subject, submission: Submission, given: bytes, limit: Limit
) -> int | None:
    """Return how far one call raises the resident memory of a fresh program above its input.

    None where the host gives no such figure, or the call did not return.
    """
    with subject.player(submission) as player:
        player.play(subject.fresh_input(subject.warm_up_size), limit)
        return player.risen_bytes(given, limit)
