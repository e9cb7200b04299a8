"""Runs of `judge run`: played by one thread of the server, with a short queue before it.

The client waits for a run and nothing of it is kept, so it needs no row: work is taken on the
event loop's thread alone, and nothing outlives the process.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from judge.problems import Problem
from judge.reports import Played
from judge.settings import Settings
from judge.submission import Submission

T = TypeVar("T")
Run = Callable[
    [Submission, Problem, Settings, dict[str, Any] | None], Generator[Played, None, None]
]

#: Runs that may wait or run together.
ROOM = 16

#: Whether the work is still wanted; a job asks at every step.
Wanted = Callable[[], bool]


class UnavailableError(Exception):
    """Raised when no more work is taken: too much is waiting, or the service is stopping."""


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """One piece of work. Its result is None when it was cancelled on the way."""

    future: "Future[T | None]"
    cancelled: threading.Event

    def cancel(self) -> None:
        """Remove it from the queue, or make it end at its next step."""
        self.cancelled.set()
        self.future.cancel()

    async def wait(self, seconds: float) -> None:
        """Return when the work is over, or when the time is."""
        loop, over = asyncio.get_running_loop(), asyncio.Event()

        def wake(_done: Future[T | None]) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and its clients are gone
                loop.call_soon_threadsafe(over.set)

        self.future.add_done_callback(wake)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), seconds)


class Runner:
    """Does one piece of work at a time; at most `room` pieces wait or run together."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="runs")
        self._open: dict[Future[Any], threading.Event] = {}
        self.stopping = False

    def take(self, job: Callable[[Wanted], T | None]) -> Work[T]:
        """Put a job at the end of the queue. Raises `UnavailableError`."""
        if self.stopping:
            raise UnavailableError("the service is stopping")
        if len(self._open) >= self._room:
            raise UnavailableError(f"{len(self._open)} pieces of work are waiting already")
        cancelled = threading.Event()
        future = self._thread.submit(job, lambda: not cancelled.is_set())
        self._open[future] = cancelled
        future.add_done_callback(lambda done: self._open.pop(done, None))
        return Work(future, cancelled)

    def stop(self) -> None:
        """Take no more work, cancel what waits, and make what runs end at its next step."""
        self.stopping = True
        for cancelled in list(self._open.values()):
            cancelled.set()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """Stop, and wait until nothing runs any more."""
        self.stop()
        self._thread.shutdown(wait=True)


class Runs:
    """Plays sources on the samples or on one input."""

    def __init__(self, run: Run, settings: Settings, room: int = ROOM) -> None:
        self._run = run
        self._settings = settings
        self.runner = Runner(room)

    def play(
        self, submission: Submission, problem: Problem, arguments: dict[str, Any] | None
    ) -> Work[list[Played]]:
        """Queue a run; nothing is kept. Raises `UnavailableError`."""

        def job(wanted: Wanted) -> list[Played] | None:
            found = []
            with closing(self._run(submission, problem, self._settings, arguments)) as steps:
                for played in steps:
                    if not wanted():
                        return None
                    found.append(played)
            return found

        return self.runner.take(job)
