"""Search the schedules of a scenario: those with few preemptions first, then random ones.

A run is followed by others in which two of its accesses that depend on each other, and that nothing
orders, come in the other order (dynamic partial-order reduction, Flanagan and Godefroid, POPL
2005), bounded to two preemptions, those with fewer first. Runs whose accesses are ordered alike are
followed up once. After these come random priorities (PCT, Burckhardt et al., ASPLOS 2010) and
random walks. Counts bound the search, never seconds.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any

from .points import BEGIN, FREE, READ, READING_CALL, TAKE, TRY
from .scheduler import Scheduler

#: (place, task, whether it is a preemption), in order.
Switches = tuple[tuple[int, int, bool], ...]
MOST_PREEMPTIONS = 2


class Planned:
    """Follows a list of switches; else a task goes on until it waits."""

    def __init__(self, switches: Switches = ()) -> None:
        self._plan = {place: task for place, task, _ in switches}

    def at_point(self, place: int, task: int, ready: int) -> int:
        chosen = self._plan.pop(place, None) if self._plan else None
        return task if chosen is None or not ready >> chosen & 1 else chosen

    def at_wait(self, place: int, ready: int) -> int | None:
        chosen = self._plan.pop(place, None) if self._plan else None
        return None if chosen is None or not ready >> chosen & 1 else chosen


class Priorities:
    """Runs the task of the highest random priority, which is lowered at `changes` random places."""

    def __init__(self, rng: random.Random, changes: int, first: int, length: int) -> None:
        self._rng = rng
        self._levels: dict[int, float] = {}
        self._changes = {first + rng.randrange(max(length, 1)): -n for n in range(changes)}

    def at_point(self, place: int, task: int, ready: int) -> int:
        lowered = self._changes.pop(place, None)
        if lowered is not None:
            self._levels[task] = lowered
        return self.at_wait(place, ready)

    def at_wait(self, _place: int, ready: int) -> int:
        levels, rng = self._levels, self._rng
        best, level = 0, -1e9
        for task in range(ready.bit_length()):
            if ready >> task & 1:
                own = levels.get(task)
                if own is None:
                    own = levels[task] = 1 + rng.random()
                if own > level:
                    best, level = task, own
        return best


class Walk:
    """Switches at random, with a probability of its own for each schedule."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._rate = rng.choice((0.05, 0.15, 0.4))

    def at_point(self, place: int, task: int, ready: int) -> int:
        return task if self._rng.random() > self._rate else self.at_wait(place, ready)

    def at_wait(self, _place: int, ready: int) -> int:
        return self._rng.choice([task for task in range(ready.bit_length()) if ready >> task & 1])


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many schedules are tried: systematic ones, of each depth of PCT, and random walks."""

    planned: int
    priorities: int
    walks: int


class Search:
    """Yields what to try next, and learns from each run."""

    def __init__(self, seed: int, bounds: Bounds) -> None:
        self._rng = random.Random(seed)  # noqa: S311 - chooses schedules, no secret
        self._bounds = bounds
        self._waiting: list[tuple[int, int, Switches]] = []
        self._pushed: set[Switches] = set()
        self._seen: set[int] = set()
        self._first, self._length = 0, 100
        self._push(())

    def policies(self) -> Iterator[Any]:
        """Yield the policies of the schedules, in order; `learn` is told of each run."""
        for _ in range(self._bounds.planned):
            if not self._waiting:
                break
            yield Planned(heappop(self._waiting)[2])
        for depth in (2, 3, 4):
            for _ in range(self._bounds.priorities):
                yield Priorities(self._rng, depth - 1, self._first, self._length)
        for _ in range(self._bounds.walks):
            yield Walk(self._rng)

    def learn(self, policy: Any, run: Scheduler, first: int, last: int, calls: Any) -> None:
        """Add what a run suggests: its events from `first` to `last` are of the threads."""
        if type(policy) is not Planned:
            return
        self._first, self._length = first, max(last - first, 1)
        order = _Order(run, first, last)
        known = hash((order.mark(), calls))
        if known in self._seen:
            return
        self._seen.add(known)
        for place, task in sorted(order.races, reverse=True):
            before = tuple(switch for switch in run.switches if switch[0] < place)
            switches = (*before, (place, task, not run.free[place]))
            if sum(switch[2] for switch in switches) <= MOST_PREEMPTIONS:
                self._push(switches)

    def _push(self, switches: Switches) -> None:
        if switches not in self._pushed:
            self._pushed.add(switches)
            preemptions = sum(switch[2] for switch in switches)
            heappush(self._waiting, (preemptions, len(self._pushed), switches))


class _Thing:
    """What was last done to one thing, by place: the last write, the reads since, the last take."""

    __slots__ = ("reads", "took", "write")

    def __init__(self) -> None:
        self.write: int | None = None
        self.reads: list[int] = []
        self.took: int | None = None

    def met(self, how: int) -> list[int]:
        """Return the places of what an access might have come before, had it been faster."""
        write = [] if self.write is None else [self.write]
        took = [] if self.took is None else [self.took]
        if how in {READ, READING_CALL}:
            return write
        if how == TAKE:
            return took
        if how == TRY:
            return [*took, *write]
        return [] if how == FREE else [*write, *self.reads]

    def add(self, place: int, how: int) -> list[int]:
        """Add an access; return the places of those that it comes after."""
        write = [] if self.write is None else [self.write]
        if how in {READ, READING_CALL}:
            self.reads.append(place)
            return write
        before = [*self.reads, *write]
        self.write, self.reads = place, []
        if how in {TAKE, TRY}:
            self.took = place
        return before


class _Order:
    """Vector clocks of a run: which of its accesses come after which, and which do not."""

    def __init__(self, run: Scheduler, first: int, last: int) -> None:
        self.races: set[tuple[int, int]] = set()
        self._run = run
        self._count = len(run.tasks)
        self._clocks = [[0] * self._count for _ in run.tasks]
        self._stamps: dict[int, tuple[int, tuple[int, ...]]] = {}
        self._things: dict[Any, _Thing] = {}
        self._parts: list[list[Any]] = [[] for _ in run.tasks]
        begun: int | None = None
        for place in range(first, last):
            task, name, how = run.events[place]
            if task < 0:
                continue
            if how == BEGIN:
                self._begins(begun, task)
                begun = place
            else:
                self._access(place, task, name, how)

    def _begins(self, begun: int | None, task: int) -> None:
        """Let calls begin in the other order, too: they need not touch the same to tell."""
        run = self._run
        if begun is not None and run.events[begun][0] != task and run.masks[begun] >> task & 1:
            self.races.add((begun, task))
        self._parts[task].append(tuple(self._clocks[task]))

    def _access(self, place: int, task: int, name: Any, how: int) -> None:
        own = self._clocks[task]
        own[task] += 1
        thing = self._things.get(name)
        if thing is None:
            thing = self._things[name] = _Thing()
        for earlier in thing.met(how):
            self._meets(earlier, task, own)
        for earlier in thing.add(place, how):
            other, clock = self._stamps[earlier]
            # Whoever knows of an access knows all that it comes after.
            if own[other] < clock[other]:
                own[:] = map(max, own, clock)
        now = tuple(own)
        self._stamps[place] = task, now
        self._parts[task].append((name, how, now))

    def _meets(self, place: int, task: int, own: list[int]) -> None:
        """Note a race with the access at `place`, unless that is ordered before."""
        other, clock = self._stamps[place]
        if other == task or own[other] >= clock[other]:
            return
        mask = self._run.masks[place]
        could = [task] if mask >> task & 1 else range(self._count)
        self.races.update((place, one) for one in could if one != other and mask >> one & 1)

    def mark(self) -> int:
        """Return what is the same for runs in which each access comes after the same others."""
        return hash(tuple(map(tuple, self._parts)))
