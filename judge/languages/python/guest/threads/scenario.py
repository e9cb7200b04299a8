"""Play a scenario: calls before, calls of threads at a time, calls after; under many schedules.

Nothing here says whether a history is right: each that is new is sent to the judge, with the
switches that lead to it.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from .. import faults, values
from ..candidates import folded
from ..entry import Entry
from ..nodes import UnbuildableError
from . import tracing
from .points import BEGIN
from .scheduler import THREADS, EndedError, Scheduler
from .search import Bounds, Planned, Search, Switches

#: A call: the method, and its arguments.
Call = tuple[str, list[Any]]
#: Steps that are sent of one schedule.
MOST_STEPS = 2_000
#: Python's usual limit of recursion.
RECURSION = 1_000
#: New histories that are sent at a time.
MOST_HISTORIES = 200


@dataclass(slots=True)
class Run:
    """What one schedule gave: results by call, moments by call of a thread, and how it ended."""

    schedule: Scheduler
    results: list[Any] = field(default_factory=list)
    moments: list[list[int]] = field(default_factory=list)
    span: tuple[int, int] = (0, 0)
    steps_at: list[list[int]] = field(default_factory=list)

    @property
    def ended(self) -> list[Any] | None:
        return None if self.schedule.outcome is None else list(self.schedule.outcome)

    @property
    def preemptions(self) -> int:
        return sum(switch[2] for switch in self.schedule.switches)


class ScenarioCase:
    """Plays scenarios one at a time: prepare, call, then read what was asked for."""

    shape = "json"

    def __init__(self, entry: Entry, source: Sequence[str]) -> None:
        self.call_index: int | None = None
        self.result: Any = None
        self.request: Mapping[str, Any] = {}
        #: Whether what the submission prints is kept: in one schedule of a case.
        self.printing = True
        self._make = entry.bind
        self._methods = {folded(name): method for name, method in entry.methods.items()}
        self._source = source
        self._before: list[Call] = []
        self._threads: list[list[Call]] = []
        self._after: list[Call] = []
        self._given: Any = None
        self._search: Search | None = None
        self._policies: Iterator[Any] = iter(())
        self._known: set[str] = set()

    def prepare(self, arguments: list[Any]) -> None:
        """Take a scenario; if it is the last one again, its search goes on."""
        if arguments == self._given:
            return
        before, threads, after = arguments
        self._before, self._after = self._calls(before), self._calls(after)
        self._threads = [self._calls(one) for one in threads]
        self._given, self._search, self._known = arguments, None, set()
        self.printing = True

    take = prepare

    def _calls(self, given: list[list[Any]]) -> list[Call]:
        for name, *_ in given:
            if folded(name) not in self._methods:
                raise UnbuildableError(f"the class has no method {name!r}")
        return [(self._methods[folded(name)], arguments) for name, *arguments in given]

    def call(self) -> None:
        """Do what is asked: every order of the calls, some schedules, or one schedule's trace."""
        sys.setrecursionlimit(RECURSION)
        if "explore" in self.request:
            self.result = self._explored(self.request["explore"])
        elif "replay" in self.request:
            self.result = self._replayed(self.request["replay"])
        else:
            self.result = self._orders()

    def forget(self) -> None:
        self.call_index = None
        self.result = None

    # ---- what may be asked ----

    def _orders(self) -> list[list[Any]]:
        """Return [order, results] for each order of the calls, one after the other."""
        orders = []
        for order in _merges([len(calls) for calls in self._threads]):
            run = self._sequential(order)
            if run.ended is not None:
                raise RuntimeError(f"in the order {order}: {run.ended[:2]}")
            orders.append(["".join(map(str, order)), run.results])
        return orders

    def _explored(self, asked: Mapping[str, Any]) -> list[Any]:
        """Return the number of schedules tried, whether none are left, and the new histories."""
        if self._search is None or asked.get("first"):
            self._known = set()
            self._search = Search(asked["seed"], Bounds(*asked["bounds"]))
            self._policies = self._search.policies()
        tried, found = 0, []
        for policy in self._policies:
            run = self._threaded(policy)
            tried += 1
            first, last = run.span
            self._search.learn(policy, run.schedule, first, last, _order(run.moments))
            history = [run.results, run.moments, run.ended]
            # Not the moments themselves, but their order: who was over before who began.
            text = repr((run.results, _order(run.moments), run.ended and run.ended[0]))
            if text not in self._known:
                self._known.add(text)
                found.append([_plain(run.schedule.switches), run.preemptions, *history])
            if tried >= asked["most"] or len(found) >= MOST_HISTORIES or run.ended is not None:
                return [tried, False, found]
        return [tried, True, found]

    def _replayed(self, switches: list[list[Any]]) -> list[Any]:
        """Return one schedule again, with the lines as they ran."""
        plan: Switches = tuple((int(a), int(b), bool(c)) for a, b, c in switches)
        run = self._threaded(Planned(plan), lines=True)
        lines = [list(one) for one in (run.schedule.lines or [])[:MOST_STEPS]]
        labels = [task.label for task in run.schedule.tasks]
        history = [run.results, run.moments, run.ended]
        own = _plain(run.schedule.switches)
        return [own, run.preemptions, *history, lines, run.steps_at, labels]

    # ---- one schedule ----

    def _sequential(self, order: Sequence[int]) -> Run:
        """Play the calls of the threads one after the other, in this order."""
        run = Run(Scheduler(Planned()))
        left = [iter(calls) for calls in self._threads]
        places = _places(len(self._before), [len(calls) for calls in self._threads])
        nexts = [iter(one) for one in places]

        def scenario() -> None:
            instance = self._make()()
            self._in_row(run, instance, self._before, count())
            for thread in order:
                self._one(run, instance, next(left[thread]), next(nexts[thread]))
            self._in_row(
                run, instance, self._after, count(sum(map(len, places), len(self._before)))
            )

        run.results = [None] * self._total()
        run.schedule.run(scenario)
        return run

    def _threaded(self, policy: Any, *, lines: bool = False) -> Run:
        """Play the calls of the threads at a time, under a policy."""
        schedule = Scheduler(policy, lines=lines)
        run = Run(schedule, [None] * self._total())
        places = _places(len(self._before), [len(calls) for calls in self._threads])
        run.moments = [[-1, -1] for one in places for _ in one]
        run.steps_at = [[-1, -1] for one in places for _ in one]
        ticks = count()

        def of_thread(instance: Any, number: int) -> Callable[[], None]:
            def job() -> None:
                for call, place in zip(self._threads[number], places[number], strict=True):
                    at = place - len(self._before)
                    schedule.access("calls", BEGIN)
                    run.moments[at][0], run.steps_at[at][0] = next(ticks), len(schedule.lines or ())
                    self._one(run, instance, call, place)
                    run.moments[at][1], run.steps_at[at][1] = next(ticks), len(schedule.lines or ())

            return job

        def scenario() -> None:
            instance = self._make()()
            self._in_row(run, instance, self._before, count())
            begin = len(schedule.events)
            for number in range(len(self._threads)):
                schedule.spawn(of_thread(instance, number), f"thread {number + 1}")
            threads = schedule.tasks[-len(self._threads) :]
            schedule.concurrent = True
            for task in threads:
                while not task.done:
                    schedule.block(task, lambda: THREADS)
            schedule.concurrent = False
            run.span = begin, len(schedule.events)
            after = count(sum(map(len, places), len(self._before)))
            self._in_row(run, instance, self._after, after)

        schedule.run(scenario)
        self.printing = False
        if not run.span[1]:
            run.span = _first_begin(schedule), len(schedule.events)
        return run

    def _in_row(self, run: Run, instance: Any, calls: list[Call], places: Iterator[int]) -> None:
        for call, place in zip(calls, places, strict=False):
            self._one(run, instance, call, place)

    def _one(self, run: Run, instance: Any, call: Call, place: int) -> None:
        """Make one call and keep its result as the judge reads it."""
        method, arguments = call
        schedule = run.schedule
        try:
            result = getattr(instance, method)(*arguments)
        except EndedError:
            raise
        except BaseException as error:  # noqa: BLE001 - SystemExit and KeyboardInterrupt as well
            if schedule.ending:
                raise EndedError from None
            fault = faults.describe(error, self._source)
            schedule.stop("raised", place, _fault(fault))
        if schedule.current.number and tracing.is_lost():
            schedule.stop("untraced", place)
        # Encoded now: later calls may change what it holds.
        run.results[place] = values.encode(result).decode("utf-8", "surrogatepass")

    def _total(self) -> int:
        return len(self._before) + sum(map(len, self._threads)) + len(self._after)


def _order(moments: list[list[int]]) -> tuple[Any, ...]:
    """Return which calls were over before which began."""
    return tuple(
        (one, other)
        for one, (_, end) in enumerate(moments)
        for other, (start, _) in enumerate(moments)
        if 0 <= end < start
    )


def _first_begin(schedule: Scheduler) -> int:
    kinds = (place for place, event in enumerate(schedule.events) if event[2] == BEGIN)
    return next(kinds, len(schedule.events))


def _places(first: int, lengths: list[int]) -> list[list[int]]:
    """Return the places of each thread's calls among the results."""
    places = []
    for length in lengths:
        places.append(list(range(first, first + length)))
        first += length
    return places


def _merges(lengths: list[int]) -> Iterator[list[int]]:
    """Yield every order in which threads with so many calls each can take turns."""
    if not any(lengths):
        yield []
        return
    for number, length in enumerate(lengths):
        if length:
            rest = [*lengths[:number], length - 1, *lengths[number + 1 :]]
            for others in _merges(rest):
                yield [number, *others]


def _plain(switches: list[tuple[int, int, bool]]) -> list[list[Any]]:
    return [list(switch) for switch in switches]


def _fault(fault: Mapping[str, Any]) -> list[Any]:
    names = ("type", "message", "line", "column", "traceback")
    return [fault[name] for name in names]
