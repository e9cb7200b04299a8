"""From what was read at each size to the points of a curve. Pure."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from judge.measurement.slopes import Point

#: What two readings of another process's CPU clock, and the way to it, may be off for one call.
CLOCK_ERROR = 25e-6
#: Work beside the calls counts when it is 1.15 times the reference's over the deciding sizes.
SIDE_SLACK = 1.15
#: Reading the answer counts alone from 1.5 times on: it holds a part of letting the input go.
READ_SLACK = 1.5
#: Arguments that were built in less than half of the reference's time are not what was sent.
LEAST_PREPARE = 0.5
#: One reading of PREPARE may be 0.2 ms too long. A shorter reference tells nothing by one reading.
ONE_PREPARE_SECONDS = 5e-4


@dataclass(frozen=True, slots=True)
class Reading:
    """CPU seconds of one call, and of the work beside it: arguments built, the answer read.

    `prepare` and `read` are the parts of `side` that were surely spent on either.
    """

    call: float
    side: float
    prepare: float = 0.0
    read: float = 0.0


def prepared_part(submission: Sequence[float], reference: Sequence[float]) -> float | None:
    """Return the part of the reference's least time in which arguments were built, if too short.

    Both are CPU seconds of PREPARE.
    """
    own, other = statistics.median(submission), min(reference)
    return own / other if own < LEAST_PREPARE * other - CLOCK_ERROR else None


@dataclass
class SizeReadings:
    """What was read at one size, in the order of the rounds.

    `baseline` are the seconds of calls that do nothing.
    """

    n: int
    submission: list[Reading] = field(default_factory=list)
    reference: list[Reading] = field(default_factory=list)
    baseline: list[float] = field(default_factory=list)

    def pairs(self) -> list[tuple[Reading, Reading]]:
        """Return the readings of submission and reference on the same inputs."""
        return list(zip(self.submission, self.reference, strict=False))

    def side_log(self) -> float:
        """Return the log of the submission's least work beside a call over the reference's."""
        own = min(reading.side for reading in self.submission)
        other = min(reading.side for reading in self.reference)
        return math.log(max(own, 1e-9) / max(other, 1e-9))

    @property
    def reads_later(self) -> bool:
        """Whether reading the answer took clearly more than it took of the reference."""
        own = min(reading.read for reading in self.submission)
        other = min(reading.read for reading in self.reference)
        return own > READ_SLACK * other + CLOCK_ERROR

    @property
    def builds_less(self) -> bool:
        """Whether arguments were built in less than half of the reference's least time."""
        own = [reading.prepare for reading in self.submission]
        other = [reading.prepare for reading in self.reference]
        if len(other) < 2 and other[0] < ONE_PREPARE_SECONDS:
            return False
        return prepared_part(own, other) is not None

    def point(self, *, charged: bool = False, late: bool = False) -> Point:
        """Return the medians, less what a call that does nothing costs, and their errors.

        `charged` adds what the submission did beside its calls and the reference did not; `late`
        does so for the reading of answers alone, whatever was saved while arguments were built.
        """
        own = [reading.call for reading in self.submission]
        if late:
            own = [one.call + max(one.read - other.read, 0.0) for one, other in self.pairs()]
        elif charged:
            own = [one.call + max(one.side - other.side, 0.0) for one, other in self.pairs()]
        nothing, nothing_error = _median(self.baseline) if self.baseline else (0.0, 0.0)
        cost, error = _median(own)
        error = math.hypot(error, nothing_error)
        if not self.reference:
            return Point(self.n, cost - nothing, error)
        other, other_error = _median([reading.call for reading in self.reference])
        other_error = math.hypot(other_error, nothing_error)
        return Point(self.n, cost - nothing, error, other - nothing, other_error)


def points_of(sizes: Sequence[SizeReadings]) -> list[Point]:
    """Return the point of each size.

    Work that a submission puts off until its answer is read, or does while its arguments are
    built, counts at all sizes if at the larger ones it is clearly more than the reference's.
    """
    logs = [size.side_log() for size in upper(sizes) if size.reference]
    charged = bool(logs) and statistics.fmean(logs) > math.log(SIDE_SLACK)
    late = bool(logs) and all(size.reads_later for size in upper(sizes)[-2:] if size.reference)
    return [size.point(charged=charged, late=late and not charged) for size in sizes]


def build_less(sizes: Sequence[SizeReadings]) -> bool:
    """Whether arguments of the larger sizes cannot be what was sent: they were built too fast."""
    return any(size.builds_less for size in upper(sizes) if size.reference)


def upper(sizes: Sequence[SizeReadings]) -> Sequence[SizeReadings]:
    """Return the sizes that decide: the larger half, but at least four."""
    return sizes[-max(len(sizes) // 2 + 1, 4) :]


def _median(seconds: list[float]) -> tuple[float, float]:
    """Return the median and how far it may be off, from how the rounds differ."""
    middle = statistics.median(seconds)
    if len(seconds) < 2:
        return middle, CLOCK_ERROR + 0.1 * middle
    apart = statistics.median(abs(s - middle) for s in seconds)
    return middle, CLOCK_ERROR / len(seconds) ** 0.5 + 1.5 * apart / len(seconds) ** 0.5
