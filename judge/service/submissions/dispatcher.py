"""Takes submissions in for the HTTP service and follows them to their report.

What is promised is in rows; the dispatcher holds only what may be lost with the process: which
requests wait for which submission, and how far the running ones are. All methods belong to the
event loop's thread; rows are read and written in other threads.
"""

import asyncio
import contextlib
import json
from collections.abc import Iterator

from judge.records import replace
from judge.reports import Report, read_report
from judge.service.access.rate_limits import RateLimits
from judge.service.access.shares import Shares, UnavailableError
from judge.service.histories.practised import Practised
from judge.service.presentation.marks import Marks
from judge.service.presentation.redaction import redact, redact_event
from judge.service.schemas.submissions import SubmissionLine, SubmissionState
from judge.service.settings import Hidden, ServiceSettings
from judge.service.submissions.retention import Horizon
from judge.service.workers.messages import DONE, KNOWN, WORKER_DIED, WorkerMessage
from judge.service.workers.metrics import Metrics
from judge.service.workers.pool import WorkerPool
from judge.storage import (
    LOCAL_OWNER,
    REJUDGE,
    KeptSource,
    NewRow,
    Queue,
    Row,
    Status,
    StoreError,
    Submissions,
)
from judge.tracing import NO_TRACER, Tracer

#: A message can be lost with its worker, so a waiting request looks at its row this often.
LOOK_SECONDS = 10.0
#: For so long a repeated idempotency key is known.
DAY_SECONDS = 86_400.0


class KeyTakenError(Exception):
    """Raised when an idempotency key came with another body before."""


class KeyInFlightError(Exception):
    """Raised when the first request with an idempotency key is not answered yet."""


class Progress:
    """The newest messages about one submission: start and verdict are kept, the others add up."""

    def __init__(self) -> None:
        self._newest: tuple[WorkerMessage, ...] = ()

    def add(self, message: WorkerMessage) -> None:
        kept = [
            one
            for one in self._newest
            if one.name in ("started", KNOWN) and one.attempt == message.attempt
        ]
        self._newest = (*kept, message)

    @property
    def running(self) -> bool:
        return bool(self._newest)

    def since(self, seen: tuple[int, int]) -> list[WorkerMessage]:
        """Return the kept messages that are newer than an attempt's serial number."""
        return [one for one in self._newest if (one.attempt, one.serial) > seen]


class Dispatcher:
    """Takes submissions in and follows them."""

    def __init__(
        self,
        submissions: Submissions,
        queue: Queue,
        workers: WorkerPool,
        limits: RateLimits,
        metrics: Metrics,
        settings: ServiceSettings,
        marks: Marks,
        practised: Practised,
    ) -> None:
        #: Where the span goes of each submission that is taken in.
        self.tracer: Tracer = NO_TRACER
        self._submissions = submissions
        self._practised = practised
        self._marks = marks
        self._queue = queue
        self._workers = workers
        self._limits = limits
        self._metrics = metrics
        self._settings = settings
        self._old_rows = Horizon("finished submissions", settings.keep_days * DAY_SECONDS)
        self._old_keys = Horizon("idempotency keys", DAY_SECONDS)
        self._shares = Shares("open submissions", settings.room, settings.token_room)
        self._steps: dict[str, set[asyncio.Event]] = {}
        self._ends: dict[str, set[asyncio.Event]] = {}
        self._progress: dict[str, Progress] = {}
        self._in_flight: set[tuple[str, str]] = set()
        self.stopping = False

    def open(self, *, alone: bool = True) -> None:
        """Queue what the last process left unfinished, and start the workers.

        One that is not `alone` leaves leases to run out by themselves: others' workers hold some.
        """
        if alone:
            self._queue.give_back_all()
            self._limits.begin()
        self.requeue()
        loop = asyncio.get_running_loop()

        def publish(message: WorkerMessage) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and its clients are gone
                loop.call_soon_threadsafe(self._receive, message)

        self._workers.start(publish)

    def requeue(self) -> None:
        """Queue every open row that the queue lacks: something failed between the two."""
        for row in self._submissions.unqueued(self._queue.ids()):
            # An attempt that is not newer than the row's is not started.
            self._queue.put(row.id, row.owner, row.urgency, row.attempt)

    def stop(self) -> None:
        """Take no more submissions, and answer the requests that wait."""
        self.stopping = True
        self._wake_all()

    async def submit(self, new: NewRow, *, limited: bool, most: int | None = None) -> Row:
        """Keep a submission and queue it; `limited` owners are held to the limits of a token.

        `most` is how many its token allows. Returns once it is durable. Raises `BoundError`,
        `UnavailableError`, `ShareError`, `RateLimitError`, `KeyTakenError` and `StoreError`.
        """
        if self.stopping:
            raise UnavailableError("the service is stopping")
        return await asyncio.to_thread(self._keep, new, limited=limited, most=most)

    def _keep(self, new: NewRow, *, limited: bool, most: int | None) -> Row:
        if limited:
            self._limits.work(new.owner)
        if new.idempotency_key is not None:
            first = self._submissions.with_key(new.owner, new.idempotency_key)
            if first is not None:
                return _repeated(first, new)
        self._refuse_too_much(new.owner, limited=limited)
        span = self.tracer.begin("submit", None, submission=new.id, problem=new.problem)
        try:
            row, fresh = self._submissions.add(replace(new, traceparent=span.traceparent), most)
            if not fresh:
                return _repeated(row, new)
            self._queue.put(row.id, row.owner, row.urgency)
        finally:
            span.end()
        self._workers.wake()
        self._metrics.accepted.inc()
        return row

    def _refuse_too_much(self, owner: str, *, limited: bool) -> None:
        own, local, again = map(self._submissions.open_of, (owner, LOCAL_OWNER, REJUDGE))
        self._shares.refuse(owner, own=own, tokens=self._queue.depth().total - local - again)
        if limited:
            self._limits.quota(owner)

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

    async def has_work(self) -> bool:
        """Whether a submission waits or is judged."""
        return (await asyncio.to_thread(self._queue.depth)).total > 0

    async def find(self, id_: str, owner: str) -> Row | None:
        """Return one of an owner's submissions."""
        return await asyncio.to_thread(self._submissions.find, id_, owner)

    async def state(self, row: Row) -> SubmissionState:
        """Return what a client sees of a row, with its report as far as this host shows it."""
        return await asyncio.to_thread(self._state, row)

    def _state(self, row: Row) -> SubmissionState:
        report = self.report(row)
        if report is None:
            return SubmissionState.of(row, None)
        kept = self._submissions.source(row.id)
        mark = self._marks.of(report, kept.source if kept is not None else b"")
        return SubmissionState.of(row, report, mark)

    def report(self, row: Row) -> Report | None:
        """Return the report of a row as far as this host shows it; None while there is none.

        Any thread may call it.
        """
        text = self._submissions.report(row.id) if row.status is Status.DONE else None
        # Not pydantic's reader of JSON: hostile text may hold lone surrogates.
        return self.shown(read_report(json.loads(text))) if text else None

    def report_of(self, id_: str, owner: str) -> Report | None:
        """Return the report of an owner's submission; None where there is none. For any thread."""
        row = self._submissions.find(id_, owner)
        return self.report(row) if row is not None else None

    def shown(self, report: Report) -> Report:
        """Return a report as far as this host shows it."""
        return redact(report, self._settings.hidden)

    def source(self, row: Row) -> KeptSource | None:
        """Return the source of a row; None where it is not kept. Any thread may call it."""
        kept = self._submissions.source(row.id)
        if kept is None or kept.source or not row.status.over:
            return kept
        report = self.report(row)
        return kept if report is not None and report.submission.bytes == 0 else None

    async def ahead(self, row: Row) -> int:
        """Return how many submissions wait before this one; an estimate."""
        return await asyncio.to_thread(self._queue.ahead, row.id)

    async def page(
        self, owner: str, limit: int, after: str | None, problem: str | None = None
    ) -> list[SubmissionLine]:
        """Return an owner's submissions, newest first, as far as this host shows them."""
        rows = await asyncio.to_thread(self._submissions.page, owner, limit, after, problem)
        figures = self._settings.hidden is not Hidden.VERDICT
        return [SubmissionLine.of(row, figures=figures) for row in rows]

    async def cancel(self, id_: str, owner: str) -> bool:
        """Cancel a submission; False when it was over already."""
        done = await asyncio.to_thread(self._submissions.cancel, id_, owner)
        if done:
            self._workers.cancel(id_)
            await asyncio.to_thread(self._queue.drop, id_)
            self._receive(WorkerMessage(id_, DONE))
        return done

    async def wait(self, row: Row, seconds: float) -> Row:
        """Return the row once it is over, or as it is after `seconds`."""
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
        """Lend an event that is set when a submission is over; with `steps` at each step too."""
        event, watchers = asyncio.Event(), self._steps if steps else self._ends
        watchers.setdefault(id_, set()).add(event)
        try:
            yield event
        finally:
            watchers[id_].discard(event)
            if not watchers[id_]:
                del watchers[id_]

    def progress(self, id_: str) -> Progress:
        """Return the progress of a submission; empty when nothing is known."""
        return self._progress.get(id_) or Progress()

    def _receive(self, message: WorkerMessage) -> None:
        """Take in a message of a worker, or of the pool."""
        self._metrics.hear(message)
        if message.name == WORKER_DIED:
            self._wake_all()
            return
        if message.name == DONE:
            self._progress.pop(message.id, None)
            self._wake(self._ends, message.id)
            self._measure(message.id)
        else:
            shown = redact_event(message, self._settings.hidden)
            if shown is None:
                return
            self._progress.setdefault(message.id, Progress()).add(shown)
        self._wake(self._steps, message.id)

    def _measure(self, id_: str) -> None:
        """Count how a submission ended and tell its owner's history, in the background."""

        def measure() -> None:
            with contextlib.suppress(StoreError):
                row = self._submissions.find(id_)
                if row is not None:
                    self._metrics.over(row)
                    self._practised.tell(row.owner)

        asyncio.get_running_loop().run_in_executor(None, measure)

    def _wake(self, watchers: dict[str, set[asyncio.Event]], id_: str) -> None:
        for event in watchers.get(id_, ()):
            event.set()

    def _wake_all(self) -> None:
        for watchers in (self._steps, self._ends):
            for id_ in watchers:
                self._wake(watchers, id_)

    async def tidy(self) -> None:
        """Forget what is old, and queue what was lost between row and queue."""
        await asyncio.to_thread(self._practised.tell)
        await asyncio.to_thread(self._forget)
        await asyncio.to_thread(self._limits.tidy)
        await asyncio.to_thread(self.requeue)
        for id_ in list(self._progress):
            if await asyncio.to_thread(self._submissions.is_over, id_):
                self._progress.pop(id_, None)

    def _forget(self) -> None:
        oldest_row, oldest_key = self._submissions.oldest()
        self._submissions.forget(
            rows_before=self._old_rows.before(oldest_row),
            keys_before=self._old_keys.before(oldest_key),
        )


def _repeated(first: Row, new: NewRow) -> Row:
    """Return the first row of a repeated key. Raises `KeyTakenError` for another body."""
    if first.body_digest != new.body_digest:
        raise KeyTakenError
    return first
