"""Read the CPU time of one call at growing sizes, from outside.

Every reading has a fresh program and a fresh input, so that nothing a submission remembers makes
a later one cheap. The program first plays a small input, which is not counted. Submission,
reference and a call that does nothing take turns on the same input: a slow moment of the machine
is slow for all three.
"""

import random
import time
from collections.abc import Callable, Generator, Mapping
from typing import Any

from judge.events import Measuring
from judge.execution import Outcome, Player
from judge.kinds import kind_of
from judge.measurement.failure import raise_if_forbidden
from judge.measurement.overhead import CHECK_LOAD_SLACK
from judge.measurement.random_source import fresh_random
from judge.measurement.readings import CLOCK_ERROR, Reading, SizeReadings, upper
from judge.measurement.refusal import FAILS_BUILT, UnbelievableError
from judge.measurement.size_schedule import SizeSchedule
from judge.records import dataclass
from judge.submission import Submission
from judge.values import Interface
from sandbox import Limit, Sandbox

#: The runner's share is taken off calls shorter than 2 ms; in longer ones it is nothing.
SHORT_SECONDS = 2e-3
#: The size that warms a program up.
WARM_SIZE = 4
#: Readings of one size.
MOST_ROUNDS = 9
#: Abort a size that takes 50 times its estimate and at least 50 ms.
SURPRISE, SURPRISE_SECONDS = 50.0, 0.05
#: Rounds of a check whose arguments are built ahead.
BUILT_ROUNDS = 2
#: What starting, loading and warming up one program is estimated to take.
START_SECONDS = 0.005
#: Measuring may take 5 times its budget of CPU seconds and 5 s more of wall time. A submission that
#: sleeps spends nothing of the budget, and holds a core.
PATIENCE, PATIENCE_SECONDS = 5.0, 5.0


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: a submission, and the reference beside it if there is one.

    `sized` makes an input of size n with a source of randomness; `sizes` are the least and the
    largest n it takes; `core` is the one that programs are bound to, if any; `builds_ahead` says
    whether the guest builds arguments before it has a source.
    """

    sandbox: Sandbox
    interface: Interface
    submission: Submission
    reference: Submission | None
    sized: Callable[[int, random.Random], Mapping[str, Any]]
    sizes: tuple[int, int]
    core: int | None = None
    builds_ahead: bool = False

    def player(self, submission: Submission) -> Player:
        """Return a player of the submission, the reference, or another source like them."""
        header = kind_of(self.interface).header(self.interface)
        return Player(self.sandbox, header, submission, self.core)

    @property
    def baseline(self) -> Submission | None:
        """A submission that does nothing, if the kind has one."""
        return kind_of(self.interface).baseline(self.interface)

    @property
    def warm_up_size(self) -> int:
        """The size that warms a program up: small, and cheap even where 8 is the largest."""
        smallest, largest = self.sizes
        return max(smallest, min(WARM_SIZE, largest // 8))

    def fresh_input(self, n: int) -> bytes:
        """Return a new input of size n, or the nearest size there is, as programs are sent it."""
        smallest, largest = self.sizes
        arguments = self.sized(min(max(n, smallest), largest), fresh_random())
        return kind_of(self.interface).encode(self.interface, arguments)


Steps = Generator[Measuring, None, list[SizeReadings]]


def time_growth(subject: Subject, budget: float) -> Steps:
    """Read the time at growing sizes, then at the larger ones again, within `budget` seconds.

    The budget is CPU time of programs and of making inputs; much more wall time ends it too.
    Returns the sizes in order. Raises `MeasuredFailureError` for a forbidden act of the submission.
    """
    meter = _Meter(subject, budget)
    sizes = yield from _grow_sizes(subject, meter)
    up = False
    while sizes and meter.left > 0:
        again = [size for size in upper(sizes) if len(size.submission) < MOST_ROUNDS]
        if not again:
            break
        for size in again if up else reversed(again):
            if meter.left < sum(meter.costs.get(size.n, (0.0,))):
                continue
            yield Measuring("time", size.n, meter.done)
            meter.read(size)
        if all(meter.left < sum(meter.costs[size.n]) for size in again):
            break
        up = not up
    return sizes


def _grow_sizes(subject: Subject, meter: "_Meter") -> Steps:
    schedule = SizeSchedule(*subject.sizes, cap=meter.cap)
    sizes: list[SizeReadings] = []
    while (n := schedule.next()) is not None and meter.left > 0:
        yield Measuring("time", n, meter.done)
        size = SizeReadings(n)
        if not meter.read(size, schedule.estimate(n)):
            schedule.refuse(n)
            continue
        schedule.record(n, *meter.costs[n])
        sizes.append(size)
    for n in schedule.missing():
        size = SizeReadings(n)
        if meter.left > 0 and meter.read(size):
            sizes.append(size)
    return sorted(sizes, key=lambda size: size.n)


class _Meter:
    """Reads one size at a time, and counts what is spent of the budget."""

    def __init__(self, subject: Subject, budget: float) -> None:
        self.budget = budget
        self.spent = 0.0
        #: The longest that one size may take; a call is stopped at twice that.
        self.cap = budget / 8
        #: By n: the seconds of the calls, and of all else in their round.
        self.costs: dict[int, tuple[float, float]] = {}
        self._subject = subject
        self._limit = Limit(2 * self.cap, 10 * self.cap + 5.0)
        self._baseline = subject.baseline
        self._end = time.monotonic() + PATIENCE * budget + PATIENCE_SECONDS
        self._warm_up = subject.fresh_input(subject.warm_up_size)

    @property
    def left(self) -> float:
        return 0.0 if self._late else self.budget - self.spent

    @property
    def _late(self) -> bool:
        return time.monotonic() > self._end

    @property
    def done(self) -> float:
        return min(self.spent / self.budget, 1.0)

    def read(self, size: SizeReadings, estimate: float | None = None) -> bool:
        """Add one round to a size; False when a call failed or did not end in time."""
        subject, before = self._subject, self.spent
        if estimate is not None:
            # The first reading at a steep cost must not eat the budget.
            cpu = min(2 * self.cap, max(SURPRISE * estimate, SURPRISE_SECONDS))
            self._limit = Limit(cpu, 5 * cpu + 5.0)
        began = time.monotonic()
        given = subject.fresh_input(size.n)
        self.spent += time.monotonic() - began
        own = self._call(subject.submission, given, size.n)
        if own is None:
            return False
        calls = own.call
        if subject.reference is not None:
            other = self._call(subject.reference, given, size.n)
            if other is None:
                return False
            size.reference.append(other)
            calls += other.call
        if own.call < SHORT_SECONDS and self._baseline is not None:
            nothing = self._call(self._baseline, given, size.n)
            size.baseline += [] if nothing is None else [nothing.call]
        size.submission.append(own)
        self.costs[size.n] = (calls, max(self.spent - before - calls, 0.0))
        return True

    def _call(self, submission: Submission, given: bytes, n: int) -> Reading | None:
        """Play a fresh program, warmed up; None where it failed, or time has run out."""
        subject = self._subject
        reading = None
        with subject.player(submission) as player:
            for sent, size in ((self._warm_up, subject.warm_up_size), (given, n)):
                if self._late:
                    return None
                outcome = player.play(sent, self._limit)
                if submission is subject.submission:
                    raise_if_forbidden(sent, size, outcome)
                reading = reading_of(outcome)
            self.spent += player.cpu_seconds + START_SECONDS
        return reading


def reading_of(outcome: Outcome) -> Reading | None:
    """Return what one call cost; None where it did not return."""
    if not outcome.returned:
        return None
    side = outcome.spent - outcome.cpu_seconds
    return Reading(outcome.cpu_seconds, side, outcome.prepared, outcome.read)


def built_ratio(subject: Subject, n: int, limit: Limit) -> float | None:
    """Return the least ratio to the reference at size n where all arguments are built ahead.

    What a submission spends on loading and on a small input counts beyond a few times the
    reference's. None where that cannot be measured. Raises `UnbelievableError` where only the
    submission fails.
    """
    if not subject.builds_ahead or subject.reference is None:
        return None
    ratios = []
    for _ in range(BUILT_ROUNDS):
        sent = [subject.fresh_input(size) for size in (subject.warm_up_size, n)]
        other = _built_seconds(subject, subject.reference, sent, limit)
        if other is None or other[0] <= CLOCK_ERROR:
            return None
        own = _built_seconds(subject, subject.submission, sent, limit)
        if own is None:
            raise UnbelievableError(FAILS_BUILT)
        moved = max(own[1] - CHECK_LOAD_SLACK * other[1] - 2 * CLOCK_ERROR, 0.0)
        ratios.append((own[0] + moved) / other[0])
    return min(ratios)


def _built_seconds(
    subject: Subject, submission: Submission, sent: list[bytes], limit: Limit
) -> tuple[float, float] | None:
    """Return the CPU seconds of a call, and all others but of building; None where one failed."""
    with subject.player(submission) as player:
        failed = player.load(sent)
        outcomes = (
            [] if failed is not None else [player.play(one, limit, built=True) for one in sent]
        )
    if not outcomes or not all(outcome.returned for outcome in outcomes):
        return None
    spent = sum(usage.cpu_seconds for usage in player.usages) - player.built_seconds
    return outcomes[-1].cpu_seconds, spent - outcomes[-1].cpu_seconds
