"""Drives sessions: the CPU time and the peak memory of one call at each size, from outside.

Every measurement has a fresh program and a fresh input, so that nothing a submission remembers
makes a later one cheap. The program first plays a small input, which is not counted. Submission,
reference and an idle call take turns on the same input: what the machine does in that moment it
does to all three.
"""

import random
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Any

from judge.events import Measuring
from judge.execution import Outcome, Player
from judge.kinds import kind_of
from judge.measurement.failure import refuse_forbidden
from judge.measurement.readings import Reading, SizeReadings, upper
from judge.measurement.size_schedule import Ladder
from judge.submission import Submission
from judge.values import Interface
from sandbox import Limit, Sandbox

#: Calls shorter than this are compared with an idle one; for longer ones that is nothing.
SHORT_SECONDS = 2e-3
#: The size that warms a program up.
WARM_SIZE = 4
MOST_ROUNDS = 9
#: A size that takes so many times what was foreseen, and that long, is stopped.
SURPRISE, SURPRISE_SECONDS = 50.0, 0.05
#: Seconds that starting, loading and warming up one program takes, foreseen.
START_SECONDS = 0.005
#: Wall seconds that measuring may take beside so many times its budget, on a host that is busy. A
#: submission that sleeps spends nothing of the budget, and holds a core.
PATIENCE, PATIENCE_SECONDS = 5.0, 5.0


@dataclass(frozen=True, slots=True)
class Contest:
    """What is measured: a submission, and the reference beside it if there is one.

    `sized` makes an input of size n from a source of chance; `sizes` are the least and the
    largest n it takes; `core` is the one that programs are bound to, if any.
    """

    sandbox: Sandbox
    interface: Interface
    submission: Submission
    reference: Submission | None
    sized: Callable[[int, random.Random], Mapping[str, Any]]
    sizes: tuple[int, int]
    core: int | None = None

    def player(self, submission: Submission) -> Player:
        """Return a player of the submission, the reference, or another source like them."""
        return Player(
            self.sandbox, kind_of(self.interface).header(self.interface), submission, self.core
        )


Steps = Generator[Measuring, None, list[SizeReadings]]


def time_growth(contest: Contest, budget: float) -> Steps:
    """Measure growing sizes, then again and again the larger ones, within `budget` seconds.

    The seconds are those of CPU that programs and inputs take; much more wall time ends it too.
    Returns the sizes in order. Raises `CaughtError` for a forbidden act of the submission.
    """
    clock = _Clock(contest, budget)
    timed = yield from _climb(contest, clock)
    up = False
    while timed and clock.left > 0:
        again = [t for t in upper(timed) if len(t.submission) < MOST_ROUNDS]
        if not again:
            break
        for one in again if up else reversed(again):
            if clock.left < sum(clock.costs.get(one.n, (0.0,))):
                continue
            yield Measuring("time", one.n, clock.done)
            clock.measure(one)
        if all(clock.left < sum(clock.costs[t.n]) for t in again):
            break
        up = not up
    return timed


def _climb(contest: Contest, clock: "_Clock") -> Steps:
    ladder = Ladder(*contest.sizes, cap=clock.cap)
    timed: list[SizeReadings] = []
    while (n := ladder.next()) is not None and clock.left > 0:
        yield Measuring("time", n, clock.done)
        one = SizeReadings(n)
        if not clock.measure(one, ladder.foreseen(n)):
            ladder.refuse(n)
            continue
        ladder.cost(n, *clock.costs[n])
        timed.append(one)
    for n in ladder.missing():
        one = SizeReadings(n)
        if clock.left > 0 and clock.measure(one):
            timed.append(one)
    return sorted(timed, key=lambda one: one.n)


class _Clock:
    """Measures one size at a time and keeps what was spent."""

    def __init__(self, contest: Contest, budget: float) -> None:
        self.budget = budget
        self.spent = 0.0
        #: The longest that one size may take; a call is stopped at twice that.
        self.cap = budget / 8
        self.costs: dict[int, tuple[float, float]] = {}
        self._contest = contest
        self._limit = Limit(2 * self.cap, 10 * self.cap + 5.0)
        self._idle = kind_of(contest.interface).baseline(contest.interface)
        self._end = time.monotonic() + PATIENCE * budget + PATIENCE_SECONDS
        self._warm = made(contest, warm_size(contest.sizes))

    @property
    def left(self) -> float:
        return 0.0 if self._late else self.budget - self.spent

    @property
    def _late(self) -> bool:
        return time.monotonic() > self._end

    @property
    def done(self) -> float:
        return min(self.spent / self.budget, 1.0)

    def measure(self, one: SizeReadings, foreseen: float | None = None) -> bool:
        """Add one round to a size; False when a call did not end in time, or ended otherwise."""
        contest, before = self._contest, self.spent
        if foreseen is not None:
            # A first look at a steep cost must not eat the budget.
            cpu = min(2 * self.cap, max(SURPRISE * foreseen, SURPRISE_SECONDS))
            self._limit = Limit(cpu, 5 * cpu + 5.0)
        began = time.process_time()
        given = made(contest, one.n)
        self.spent += time.process_time() - began
        own = self._call(contest.submission, given, one.n)
        if own is None:
            return False
        calls = own.call
        if contest.reference is not None:
            beside = self._call(contest.reference, given, one.n)
            if beside is None:
                return False
            one.reference.append(beside)
            calls += beside.call
        if own.call < SHORT_SECONDS and self._idle is not None:
            idle = self._call(self._idle, given, one.n)
            one.idle += [] if idle is None else [idle.call]
        one.submission.append(own)
        self.costs[one.n] = (calls, max(self.spent - before - calls, 0.0))
        return True

    def _call(self, submission: Submission, given: bytes, n: int) -> Reading | None:
        """Play a fresh program, warmed up; None where it ended otherwise, or too late to go on."""
        contest = self._contest
        reading = None
        with contest.player(submission) as player:
            for sent, size in ((self._warm, warm_size(contest.sizes)), (given, n)):
                if self._late:
                    return None
                outcome = player.play(sent, self._limit)
                if submission is contest.submission:
                    refuse_forbidden(sent, size, outcome)
                reading = reading_of(outcome)
            self.spent += player.cpu_seconds + START_SECONDS
        return reading


def reading_of(outcome: Outcome) -> Reading | None:
    """Return what one play cost; None where it did not end well."""
    if not outcome.returned:
        return None
    return Reading(outcome.cpu_seconds, outcome.spent - outcome.cpu_seconds)


def made(contest: Contest, n: int) -> bytes:
    """Return a fresh input of size n as the runner takes it."""
    chance = random.Random(random.SystemRandom().getrandbits(64))  # noqa: S311 - inputs, no secret
    n = min(max(n, contest.sizes[0]), contest.sizes[1])
    return kind_of(contest.interface).encode(contest.interface, contest.sized(n, chance))


def warm_size(sizes: tuple[int, int]) -> int:
    """Return the size that warms a program up: small, and cheap even where eight is the largest."""
    return max(sizes[0], min(WARM_SIZE, sizes[1] // 8))
