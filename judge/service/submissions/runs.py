"""Runs of `judge run`: played by threads of the server, after waiting in their owner's line.

The client waits for a run and nothing of it is kept, so it needs no row: work is taken on the
event loop's thread alone, and nothing outlives the process. Each run has a thread of its own,
which the process does not wait for at its end: a run that does not come to its next step is left
behind, and its place is given to another.
"""

import asyncio
import contextlib
import logging
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Generator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from judge import reports
from judge.problems import Problem, interrupt_author_code
from judge.reports import Played
from judge.service.access.shares import Lines, Shares, UnavailableError
from judge.settings import Settings
from judge.submission import Submission

log = logging.getLogger("judge.http")

T = TypeVar("T")
Run = Callable[
    [Submission, Problem, Settings, dict[str, Any] | None], Generator[Played, None, None]
]

#: Runs of all tokens that may wait or be played together.
ROOM = 64
#: Runs that are played at once, so that one owner's long one does not hold up the others'.
PLACES = 2
#: A run that is not wanted any more and does not end within this is left behind.
GRACE_SECONDS = 5.0

#: Whether the work is still wanted; a job asks at every step.
Wanted = Callable[[], bool]


@dataclass(eq=False, slots=True)
class Work(Generic[T]):
    """One piece of work. Its result is None when it was given up on the way."""

    owner: str
    job: Callable[[Wanted], T | None]
    future: "asyncio.Future[T | None]"
    unwanted: threading.Event = field(default_factory=threading.Event)

    async def wait(self, seconds: float, gone: Awaitable[object]) -> bool:
        """Wait until it is over; False when it is not after so long, or its client is gone."""
        leaving = asyncio.ensure_future(gone)
        both: set[asyncio.Future[Any]] = {self.future, leaving}
        await asyncio.wait(both, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        leaving.cancel()
        return self.future.done()


class Runner:
    """Does the work of all owners, `places` pieces at a time, of one owner at most all but one."""

    def __init__(self, room: int, places: int) -> None:
        self._shares = Shares("runs", room)
        self._lines: Lines[Work[Any]] = Lines()
        self._places = places
        self._most = max(1, places - 1)
        self._under_way: set[Work[Any]] = set()
        self.stopping = False

    def take(self, owner: str, job: Callable[[Wanted], T | None]) -> Work[T]:
        """Put a job into its owner's line. Raises `ShareError` and `UnavailableError`."""
        if self.stopping:
            raise UnavailableError("the service is stopping")
        self._shares.check(owner)
        self._shares.add(owner)
        work = Work(owner, job, asyncio.get_running_loop().create_future())
        self._lines.put(owner, work)
        self._begin()
        return work

    def cancel(self, work: Work[Any]) -> None:
        """Take it out of its line, or make it end at its next step."""
        work.unwanted.set()
        if self._lines.drop(work.owner, work):
            self._over(work, None)
        elif work in self._under_way:
            work.future.get_loop().call_later(GRACE_SECONDS, self._leave_behind, work)

    def stop(self) -> None:
        """Take no more work, give up what waits, and make what runs end at its next step."""
        self.stopping = True
        while (waiting := self._lines.take(lambda _owner: True)) is not None:
            self._over(waiting, None)
        for work in self._under_way:
            self.cancel(work)
        interrupt_author_code()

    async def close(self) -> None:
        """Stop, and wait until nothing runs any more but what is left behind."""
        self.stop()
        if self._under_way:
            await asyncio.wait([work.future for work in self._under_way])

    def _begin(self) -> None:
        """Give every free place to whose turn it is."""
        while len(self._under_way) < self._places:
            busy = Counter(work.owner for work in self._under_way)
            work = self._lines.take(lambda owner, busy=busy: busy[owner] < self._most)  # type: ignore[misc]  # mypy knows no default of a lambda
            if work is None:
                return
            self._under_way.add(work)
            threading.Thread(target=self._do, args=(work,), name="run", daemon=True).start()

    def _do(self, work: Work[Any]) -> None:
        result: Any
        try:
            result = work.job(lambda: not work.unwanted.is_set())
        except BaseException as error:  # noqa: BLE001 - whoever waits for it is told
            result = error
        with contextlib.suppress(RuntimeError):  # the loop has ended, and its clients are gone
            work.future.get_loop().call_soon_threadsafe(self._end, work, result)

    def _end(self, work: Work[Any], result: Any) -> None:
        if work in self._under_way:
            self._under_way.discard(work)
            self._over(work, result)
            self._begin()

    def _leave_behind(self, work: Work[Any]) -> None:
        if work in self._under_way:
            log.error("a run did not end when it was told to; it is left behind")
            self._end(work, None)

    def _over(self, work: Work[Any], result: Any) -> None:
        self._shares.give_back(work.owner)
        if work.future.done():
            return
        if isinstance(result, BaseException):
            work.future.set_exception(result)
            work.future.exception()  # nobody may be waiting for it any more
        else:
            work.future.set_result(result)


class Runs:
    """Plays sources on the samples or on one input."""

    def __init__(
        self, run: Run, settings: Settings, room: int = ROOM, places: int = PLACES
    ) -> None:
        self._run = run
        self._settings = settings
        self.runner = Runner(room, places)

    def find_entry(self, owner: str, submission: Submission, problem: Problem) -> Work[str]:
        """Queue the question what the judge calls in a source: it has to be loaded for that.

        Raises `ShareError` and `UnavailableError`.
        """
        return self.runner.take(
            owner, lambda _wanted: reports.entry_of(submission, problem, self._settings)
        )

    def play(
        self, owner: str, submission: Submission, problem: Problem, arguments: dict[str, Any] | None
    ) -> Work[list[Played]]:
        """Queue a run; nothing is kept. Raises `ShareError` and `UnavailableError`."""

        def job(wanted: Wanted) -> list[Played] | None:
            found = []
            with closing(self._run(submission, problem, self._settings, arguments)) as steps:
                for played in steps:
                    if not wanted():
                        return None
                    found.append(played)
            return found

        return self.runner.take(owner, job)

    async def wait_for(self, work: Work[Any], seconds: float) -> None:
        """Wait until work is over, for so long at most; it goes on all the same."""
        await asyncio.wait([work.future], timeout=seconds)
