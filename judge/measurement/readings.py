"""From what was read at each size to points of a curve. Pure."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from judge.measurement.slopes import Point

#: What two readings of another process's CPU clock, and the way to it, may be off for one call.
CLOCK_ERROR = 25e-6
#: Work beside the calls counts from this ratio to the reference's on, over the sizes that decide.
SIDE_SLACK = 1.15


@dataclass(frozen=True, slots=True)
class Reading:
    """CPU seconds of one call, and of the work beside it: arguments built, the answer read."""

    call: float
    side: float


@dataclass
class SizeReadings:
    """What was read at one size, in the order of the rounds; `idle` are calls that do nothing."""

    n: int
    submission: list[Reading] = field(default_factory=list)
    reference: list[Reading] = field(default_factory=list)
    idle: list[float] = field(default_factory=list)

    def pairs(self) -> list[tuple[Reading, Reading]]:
        """Return the readings of submission and reference on the same inputs."""
        return list(zip(self.submission, self.reference, strict=False))

    def side_log(self) -> float:
        """Return the logarithm of the work beside the calls over the reference's, at the least."""
        own = min(one.side for one in self.submission)
        other = min(one.side for one in self.reference)
        return math.log(max(own, 1e-9) / max(other, 1e-9))

    def point(self, *, charged: bool = False) -> Point:
        """Return the medians, less what an idle call costs, and how far they may be off.

        `charged` adds what the submission did beside its calls and the reference did not.
        """
        own = [one.call for one in self.submission]
        if charged:
            own = [one.call + max(one.side - other.side, 0.0) for one, other in self.pairs()]
        idle, idle_error = _median(self.idle) if self.idle else (0.0, 0.0)
        cost, error = _median(own)
        error = math.hypot(error, idle_error)
        if not self.reference:
            return Point(self.n, cost - idle, error)
        beside, beside_error = _median([one.call for one in self.reference])
        beside_error = math.hypot(beside_error, idle_error)
        return Point(self.n, cost - idle, error, beside - idle, beside_error)


def points_of(timed: Sequence[SizeReadings]) -> list[Point]:
    """Return the point of each size.

    Work that a submission puts off until its answer is read, or does while its arguments are
    built, is counted at all sizes if at the larger ones it is clearly more than the reference's.
    """
    logs = [one.side_log() for one in upper(timed) if one.reference]
    charged = bool(logs) and statistics.fmean(logs) > math.log(SIDE_SLACK)
    return [one.point(charged=charged) for one in timed]


def upper(timed: Sequence[SizeReadings]) -> Sequence[SizeReadings]:
    """Return the sizes that decide: the larger half of them, and never fewer than four."""
    return timed[-max(len(timed) // 2 + 1, 4) :]


def _median(seconds: list[float]) -> tuple[float, float]:
    """Return the median and how far it may be off, from how the rounds differ."""
    middle = statistics.median(seconds)
    if len(seconds) < 2:
        return middle, CLOCK_ERROR + 0.1 * middle
    apart = statistics.median(abs(s - middle) for s in seconds)
    return middle, CLOCK_ERROR / len(seconds) ** 0.5 + 1.5 * apart / len(seconds) ** 0.5
