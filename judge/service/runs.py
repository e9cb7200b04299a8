"""Runs: played by one thread of the server, one at a time, with a short queue before it.

A run is asked for by somebody who waits and is kept by nobody, so it needs no row: work is taken
on the event loop's thread alone, and nothing outlives the process.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from judge.problems import Problem
from judge.reports import Played
from judge.settings import Settings
from judge.submission import Submission

T = TypeVar("T")
Run = Callable[[Submission, Problem, Settings, dict[str, Any] | None], Iterator[Played]]

#: Runs that may wait or run together.
ROOM = 16

#: Says whether the work is still wanted; a job asks it at every step.
Wanted = Callable[[], bool]


class NoRoomError(Exception):
    """Raised when no more work is taken: too much is waiting, or the service is stopping."""


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """One piece of work. The result is None when the work was given up on the way."""

    future: "Future[T | None]"
    abandoned: threading.Event

    def give_up(self) -> None:
        """Take it from the queue, or make it end at its next step."""
        self.abandoned.set()
        self.future.cancel()

    async def wait(self, seconds: float) -> None:
        """Return when the work is over, or when the time is."""
        loop, over = asyncio.get_running_loop(), asyncio.Event()

        def tell(_done: Future[T | None]) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody waits
                loop.call_soon_threadsafe(over.set)

        self.future.add_done_callback(tell)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), seconds)


class Runner:
    """Does one piece of work at a time. `room` is how much may wait or run together."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="runs")
        self._open: dict[Future[Any], threading.Event] = {}
        self.stopping = False

    def take(self, job: Callable[[Wanted], T | None]) -> Work[T]:
        """Put a job at the end of the queue. Raises `NoRoomError`."""
        if self.stopping:
            raise NoRoomError("the service is stopping")
        if len(self._open) >= self._room:
            raise NoRoomError(f"{len(self._open)} pieces of work are waiting already")
        abandoned = threading.Event()
        future = self._thread.submit(job, lambda: not abandoned.is_set())
        self._open[future] = abandoned
        future.add_done_callback(lambda done: self._open.pop(done, None))
        return Work(future, abandoned)

    def stop(self) -> None:
        """Take no more work, cancel what waits, and make what runs end at its next step."""
        self.stopping = True
        for abandoned in list(self._open.values()):
            abandoned.set()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """Stop, and wait until nothing runs any more."""
        self.stop()
        self._thread.shutdown(wait=True)


class Runs:
    """Plays sources on samples or on one input, for whoever waits."""

    def __init__(self, run: Run, settings: Settings, room: int = ROOM) -> None:
        self._run = run
        self._settings = settings
        self.runner = Runner(room)

    def play(
        self, submission: Submission, problem: Problem, arguments: dict[str, Any] | None
    ) -> Work[list[Played]]:
        """Queue a run; nothing is kept. Raises `NoRoomError`."""

        def job(wanted: Wanted) -> list[Played] | None:
            steps = self._run(submission, problem, self._settings, arguments)
            with closing(while_wanted(wanted, steps)) as played:
                found = list(played)
            return found if wanted() else None

        return self.runner.take(job)


def while_wanted(wanted: Wanted, steps: Iterator[T]) -> Generator[T, None, None]:
    """Yield the steps as long as they are wanted, then end the sandbox behind them."""
    try:
        for step in steps:
            if not wanted():
                return
            yield step
    finally:
        if isinstance(steps, Generator):
            steps.close()
