"""Where the HTTP service hands in submissions and asks how they are.

What is promised lies in rows; here is only what may be lost with the process: who waits for
which submission, and how far the running ones are. All methods belong to the event loop's
thread; rows are read and written in other threads.
"""

import asyncio
import contextlib
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass

from judge.service.messages import BURIED, OVER, Told
from judge.service.metrics import Metrics
from judge.service.rate_limits import Allowance
from judge.service.runs import NoRoomError
from judge.service.worker_pool import Crew
from judge.storage import EmbeddedQueue, NewRow, Row, StoreError, Submissions, Urgency
from judge.submission import Submission

#: Telling can be lost with the process that tells, so rows are looked at again after this.
LOOK_SECONDS = 10.0
#: A repeated idempotency key is known for a day.
KEY_SECONDS = 86_400.0


class KeyTakenError(Exception):
    """Raised when an idempotency key came with another body before."""


class KeyInFlightError(Exception):
    """Raised when the first request with an idempotency key is not answered yet."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A submission as it came in. `local` callers have no limits of their own."""

    owner: str
    submission: Submission
    slug: str
    urgency: Urgency
    local: bool
    key: str | None = None
    digest: str | None = None


class Progress:
    """The newest events of one submission: the start stays, the rest adds up."""

    def __init__(self) -> None:
        self._newest: tuple[Told, ...] = ()

    def note(self, told: Told) -> None:
        started = [
            one for one in self._newest if one.name == "started" and one.attempt == told.attempt
        ]
        self._newest = (*started, told)

    @property
    def running(self) -> bool:
        return bool(self._newest)

    def since(self, seen: tuple[int, int]) -> list[Told]:
        """Return what is kept and newer than an attempt's serial number."""
        return [one for one in self._newest if (one.attempt, one.serial) > seen]


class Desk:
    """Takes submissions in and follows them."""

    def __init__(
        self,
        submissions: Submissions,
        queue: EmbeddedQueue,
        crew: Crew,
        allowance: Allowance,
        metrics: Metrics,
        *,
        room: int,
        token_room: int,
    ) -> None:
        self._submissions = submissions
        self._queue = queue
        self._crew = crew
        self._allowance = allowance
        self._metrics = metrics
        self._room = room
        self._token_room = token_room
        self._steps: dict[str, set[asyncio.Event]] = {}
        self._ends: dict[str, set[asyncio.Event]] = {}
        self._progress: dict[str, Progress] = {}
        self._in_flight: set[tuple[str, str]] = set()
        self.stopping = False

    def open(self) -> None:
        """Put back what the last process left in the middle, and start the crew."""
        self._queue.give_back_all()
        self.requeue()
        loop = asyncio.get_running_loop()

        def tell(told: Told) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody waits
                loop.call_soon_threadsafe(self._hear, told)

        self._crew.start(tell)

    def requeue(self) -> None:
        """Queue every row that is open and yet in no queue: the process died between the two."""
        for row in self._submissions.unqueued():
            self._queue.put(row.id, row.owner, row.urgency)

    def stop(self) -> None:
        """Take nothing more, and let go whoever waits."""
        self.stopping = True
        self._wake_all()

    async def submit(self, ask: Ask) -> Row:
        """Keep a submission and queue it. Returns once it is durable.

        Raises `NoRoomError`, `TooMuchError`, `KeyTakenError` and `StoreError`.
        """
        if self.stopping:
            raise NoRoomError("the service is stopping")
        if not ask.local:
            self._allowance.work(ask.owner)
        return await asyncio.to_thread(self._keep, ask)

    def _keep(self, ask: Ask) -> Row:
        new = NewRow(
            secrets.token_hex(16), ask.owner, ask.slug, ask.submission.language,
            ask.submission.source, ask.urgency, ask.key, ask.digest,
        )  # fmt: skip
        if ask.key is not None:
            first = self._submissions.with_key(ask.owner, ask.key)
            if first is not None:
                return _same(first, ask)
        self._refuse_too_much(ask)
        row, fresh = self._submissions.add(new)
        if not fresh:
            return _same(row, ask)
        self._queue.put(row.id, row.owner, row.urgency)
        self._crew.wake()
        self._metrics.accepted.inc()
        return row

    def _refuse_too_much(self, ask: Ask) -> None:
        depth = self._queue.depth()
        if sum(depth.values()) >= self._room:
            raise NoRoomError(f"{depth['waiting']} submissions are waiting already")
        if ask.local:
            return
        if self._submissions.open_of(ask.owner) >= self._token_room:
            raise NoRoomError(f"this token has {self._token_room} open submissions already")
        self._allowance.quota(ask.owner)

    @contextlib.contextmanager
    def answering(self, owner: str, key: str | None) -> Iterator[None]:
        """Hold a key while its request is answered. Raises `KeyInFlightError`."""
        if key is None:
            yield
            return
        if (owner, key) in self._in_flight:
            raise KeyInFlightError
        self._in_flight.add((owner, key))
        try:
            yield
        finally:
            self._in_flight.discard((owner, key))

    async def find(self, id_: str, owner: str) -> Row | None:
        """Return one of an owner's submissions."""
        return await asyncio.to_thread(self._submissions.find, id_, owner)

    async def report(self, id_: str) -> str | None:
        """Return the report's JSON, once there is one."""
        return await asyncio.to_thread(self._submissions.report, id_)

    async def page(self, owner: str, limit: int, after: str | None) -> list[Row]:
        """Return an owner's submissions, newest first."""
        return await asyncio.to_thread(self._submissions.page, owner, limit, after)

    async def cancel(self, id_: str, owner: str) -> bool:
        """Give up a submission; False when it was over already."""
        done = await asyncio.to_thread(self._submissions.cancel, id_, owner)
        if done:
            self._crew.cancel(id_)
            await asyncio.to_thread(self._queue.drop, id_)
            self._hear(Told(id_, OVER))
        return done

    async def wait(self, row: Row, seconds: float) -> Row:
        """Return the row once it is over, or as it is when the time is."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        with self.watching(row.id, steps=False) as event:
            while True:
                event.clear()
                row = await self.find(row.id, row.owner) or row
                left = end - loop.time()
                if row.status.over or left <= 0 or self.stopping:
                    return row
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(event.wait(), min(left, LOOK_SECONDS))

    @contextlib.contextmanager
    def watching(self, id_: str, *, steps: bool) -> Iterator[asyncio.Event]:
        """Give an event that is set when a submission is over; with `steps` at each step too."""
        event, watchers = asyncio.Event(), self._steps if steps else self._ends
        watchers.setdefault(id_, set()).add(event)
        try:
            yield event
        finally:
            watchers[id_].discard(event)
            if not watchers[id_]:
                del watchers[id_]

    def progress(self, id_: str) -> Progress:
        """Return how far a submission is; empty when nothing is known."""
        return self._progress.get(id_) or Progress()

    def _hear(self, told: Told) -> None:
        """Take in what a worker tells."""
        if told.name == BURIED:
            self._metrics.deaths.inc()
            self._wake_all()
            return
        if told.name == OVER:
            self._progress.pop(told.id, None)
            self._wake(self._ends, told.id)
            self._measure(told.id)
        else:
            self._progress.setdefault(told.id, Progress()).note(told)
        self._wake(self._steps, told.id)

    def _measure(self, id_: str) -> None:
        """Count how a submission ended, in the background."""

        def measure() -> None:
            with contextlib.suppress(StoreError):
                row = self._submissions.find(id_)
                if row is not None:
                    self._metrics.over(row)

        asyncio.get_running_loop().run_in_executor(None, measure)

    def _wake(self, watchers: dict[str, set[asyncio.Event]], id_: str) -> None:
        for event in watchers.get(id_, ()):
            event.set()

    def _wake_all(self) -> None:
        for watchers in (self._steps, self._ends):
            for id_ in watchers:
                self._wake(watchers, id_)

    async def tidy(self, keep_seconds: float) -> None:
        """Forget what is old, and queue what fell between row and queue."""
        now = time.time()
        await asyncio.to_thread(
            self._submissions.forget,
            rows_before=now - keep_seconds, keys_before=now - KEY_SECONDS,
        )  # fmt: skip
        for id_ in list(self._progress):
            if await asyncio.to_thread(self._submissions.is_over, id_):
                self._progress.pop(id_, None)


def _same(first: Row, ask: Ask) -> Row:
    """Return the row that a repeated key stands for."""
    if first.body_digest != ask.digest:
        raise KeyTakenError
    return first
