"""Run tasks on real threads, one at a time, in the order that a policy chooses.

Each task sleeps on a lock of its own, its baton, until it is its turn. It may be interrupted at
points only: before an instruction of the submission that touches state (`access`), and where it
waits (`block`). So a schedule is a list of decisions, and the same decisions give the same run.
"""

import sys
from _thread import allocate_lock
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from .crew import Crew
from .points import CALLS, READ, Call

#: Events of one schedule, after which it is taken for endless.
MOST_EVENTS = 20_000
#: Events in a row of one task before another gets its turn: a task that spins must not starve it.
PATIENCE = 300
MOST_TASKS = 40
#: How often a task that is ended may go on before it is left where it is.
MOST_REFUSALS = 20
#: What the scenario itself waits for.
THREADS = "the threads of the scenario"
#: Where the virtual clock begins.
BEGINNING = 1_000.0


class EndedError(BaseException):
    """Raised in a task whose schedule is over."""


class Policy(Protocol):
    """Decides who is next. Tasks are numbers, and those that can go on are the bits of `ready`."""

    def at_point(self, place: int, task: int, ready: int) -> int:
        """Return who goes on at a point of a task: itself or another."""
        ...

    def at_wait(self, place: int, ready: int) -> int | None:
        """Return who goes on where a task waits or ends; None for the lowest number."""
        ...


class Task:
    """One thread of a schedule: what it does, and what it waits for."""

    __slots__ = (
        "baton",
        "begun",
        "done",
        "ended",
        "job",
        "label",
        "number",
        "refused",
        "thing",
        "until",
        "waits",
        "woken",
    )

    def __init__(self, number: int, job: Callable[[], None], label: str) -> None:
        self.number = number
        self.job = job
        self.label = label
        self.baton = allocate_lock()
        self.baton.acquire()
        self.begun = self.done = self.ended = False
        self.refused = 0
        #: What it waits for, in words, and until when.
        self.thing: object = None
        self.waits: Callable[[], str] | None = None
        self.until: float | None = None
        self.woken = True


_crew = Crew()
#: The schedule that runs, if one does.
running: list["Scheduler"] = []


def here() -> "Scheduler | None":
    """Return the schedule that runs; None outside of one."""
    return running[0] if running else None


class Scheduler:
    """One schedule.

    `events` are what was touched: task, thing and how, in order. `masks` are, for each event, the
    tasks that could have gone on in its place, and `free` whether its task was chosen since another
    waited or ended. `switches` are the choices made: place, task, and whether it was a preemption.
    `lines` are task and line, as they ran, if they are asked for.
    """

    def __init__(self, policy: Policy, *, lines: bool = False) -> None:
        self.events: list[tuple[int, Any, int]] = []
        self.masks: list[int] = []
        self.free: list[bool] = []
        self.switches: list[tuple[int, int, bool]] = []
        self.tasks: list[Task] = []
        self.now = BEGINNING
        #: Whether the policy is asked: only while the threads of the scenario run.
        self.concurrent = False
        self.outcome: tuple[Any, ...] | None = None
        self.lines: list[tuple[int, int]] | None = [] if lines else None
        self.ending = False
        #: The call that was noted last, and the identity of the frame that makes it.
        self.calling: tuple[int, Call] | None = None
        #: What the submission's own threads raised.
        self.failures: list[BaseException] = []
        self._things: dict[int, tuple[int, object]] = {}
        self._policy = policy
        self._ready = 0
        self._is_free = True
        self._in_a_row = 0
        self._over = allocate_lock()
        self._over.acquire()
        self.current = Task(0, _nothing, "")

    def run(self, job: Callable[[], None]) -> None:
        """Run a job, in this thread, and the tasks that it starts; until it ends or all wait."""
        _crew.gather()
        running[:] = [self]
        main = self.current = self.spawn(job, "the calling thread")
        main.begun = True
        try:
            with suppress(EndedError):
                job()
            main.done = self.ending = True
            for task in self.tasks:
                if task.begun and not task.done:
                    # It is woken with an exception.
                    self.current, task.ended = task, True
                    task.baton.release()
                    self._over.acquire()
        finally:
            running.clear()

    def spawn(self, job: Callable[[], None], label: str) -> Task:
        """Make a task that is ready; it begins when it is first chosen."""
        if len(self.tasks) >= MOST_TASKS:
            raise RuntimeError("can't start new thread")
        task = Task(len(self.tasks), job, label)
        self.tasks.append(task)
        self._ready |= 1 << task.number
        return task

    def access(self, thing: Any, how: int) -> None:
        """Let the policy decide who goes on, then note what the current task touches."""
        if self.ending or (self.concurrent and self._ready & (self._ready - 1)):
            self.point()
        self.note(thing, how)

    def point(self) -> None:
        """Let the policy decide who goes on."""
        task = self.current
        if self.ending:
            self._refuse(task)
        if not self.concurrent or self._ready == 1 << task.number:
            return
        place = len(self.events)
        chosen = self._policy.at_point(place, task.number, self._ready)
        self._in_a_row += 1
        if chosen != task.number:
            self.switches.append((place, chosen, True))
            self._switch(self.tasks[chosen])
        elif self._in_a_row > PATIENCE:
            self.give_way()

    def give_way(self) -> None:
        """Let another task go on, if one can."""
        task = self.current
        if self.ending:
            self._refuse(task)
        others = self._ready & ~(1 << task.number)
        if others:
            self._is_free = True
            self._switch(self.tasks[_cyclic(others, task.number)])

    def note(self, thing: Any, how: int) -> None:
        """Note that the current task touches a thing now."""
        events = self.events
        if len(events) >= MOST_EVENTS:
            self.stop("spin", [t.label for t in self.tasks if self._ready >> t.number & 1])
        events.append((self.current.number, thing, how))
        self.masks.append(self._ready)
        self.free.append(self._is_free)
        self._is_free = False

    def forget_call(self) -> None:
        """Drop the last event if it is a call's."""
        self.calling = None
        if self.events and self.events[-1][2] in CALLS:
            self.events.pop()
            self.masks.pop()
            self._is_free = self.free.pop()

    def block(self, thing: object, waits: Callable[[], str], until: float | None = None) -> bool:
        """Wait for a thing until woken, or until the virtual clock says so; return which."""
        task = self.current
        if self.ending:
            self._refuse(task)
        task.thing, task.waits, task.until, task.woken = thing, waits, until, False
        self._ready &= ~(1 << task.number)
        following = self._next()
        if following is None:
            self.stop("deadlock", self._waiting())
        elif following is not task:
            self._switch(following)
        task.thing = task.waits = task.until = None
        return task.woken

    def wake(self, thing: object, most: int = MOST_TASKS) -> None:
        """Make tasks that wait for a thing ready: those of the lowest numbers."""
        for task in self.tasks:
            if most and task.waits is not None and task.thing is thing and not task.woken:
                task.woken = True
                self._ready |= 1 << task.number
                most -= 1

    def stop(self, *outcome: Any) -> None:
        """End the schedule here and now. Does not return."""
        if self.ending:
            raise EndedError
        self.outcome = self.outcome or outcome
        task = self.current
        if task.number:
            self._end_main()
            task.baton.acquire()
        raise EndedError

    def _end_main(self) -> None:
        """Wake the first task with an exception. After this, only locks are waited for here."""
        main = self.tasks[0]
        self.current, main.ended = main, True
        main.baton.release()

    def number(self, thing: object) -> int:
        """Return the number of an object in this schedule: 1, 2, ... as they are asked for."""
        known = self._things.get(id(thing))
        if known is None:
            known = self._things[id(thing)] = len(self._things) + 1, thing
        return known[0]

    def _work(self, task: Task, leave: Callable[[], None]) -> None:
        # Whatever the submission makes of its end: the schedule is over.
        with suppress(BaseException):
            task.job()
        # Before others run: they may need the thread.
        leave()
        task.done = True
        self._ready &= ~(1 << task.number)
        if self.ending:
            self._over.release()
            return
        self.wake(task)
        following = self._next()
        if following is None:
            self.outcome = self.outcome or ("deadlock", self._waiting())
            self._end_main()
        else:
            self._hand_over(following)

    def _hand_over(self, following: Task) -> None:
        """Let another task run. After this, only locks are waited for here."""
        self.current = following
        self._in_a_row = 0
        if following.begun:
            following.baton.release()
        else:
            following.begun = True
            _crew.employ(self._work, following)

    def _switch(self, following: Task) -> None:
        own = self.current
        self._hand_over(following)
        own.baton.acquire()
        if own.ended:
            raise EndedError

    def _next(self) -> Task | None:
        """Return who goes on where a task waits or ends; the clock moves on if all wait."""
        self._is_free = True
        if self._ready:
            if self.concurrent:
                place = len(self.events)
                chosen = self._policy.at_wait(place, self._ready)
                if chosen is not None:
                    self.switches.append((place, chosen, False))
                    return self.tasks[chosen]
            return self.tasks[(self._ready & -self._ready).bit_length() - 1]
        sleeping = [(t.until, t.number) for t in self.tasks if t.until is not None and not t.done]
        if not sleeping:
            return None
        until, number = min(sleeping)
        self.now = max(self.now, until)
        self._ready |= 1 << number
        if len(self.events) >= MOST_EVENTS:
            self.outcome = "spin", [self.tasks[number].label]
            return None
        self.events.append((number, "the clock", READ))
        self.masks.append(self._ready)
        self.free.append(True)
        return self.tasks[number]

    def _waiting(self) -> list[str]:
        waiting = [(t.label, t.waits) for t in self.tasks if t.waits is not None and not t.done]
        words = [f"{label} waits for {waits()}" for label, waits in waiting]
        words = [one for one in words if not one.endswith(f"waits for {THREADS}")]
        return words + [f"a thread of its own raised {type(e).__name__}" for e in self.failures[:3]]

    def _refuse(self, task: Task) -> None:
        """Raise in a task that goes on though its schedule is over; in the end, leave it there."""
        task.refused += 1
        if task.refused > MOST_REFUSALS:
            task.done = True
            for_ever = allocate_lock()
            for_ever.acquire()
            sys.settrace(None)
            self._over.release()
            for_ever.acquire()
        raise EndedError


def _nothing() -> None:
    """The job of the task before the first."""


def _cyclic(mask: int, number: int) -> int:
    """Return the next of the bits after a number, from the start if there is none."""
    later = mask >> (number + 1)
    if later:
        return number + (later & -later).bit_length()
    return (mask & -mask).bit_length() - 1
