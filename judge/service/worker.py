"""The loop of every worker: lease, judge, write the report, acknowledge.

It knows the store and the queue by their methods alone, so whatever holds the queue, what is
promised is the same: a report is written once, by the newest attempt.
"""

import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from judge import __version__
from judge.errors import HostError, JudgeError
from judge.events import CaseJudged, Event, Searching, Timing, result_of
from judge.problems import Problem, Shelf
from judge.reports import (
    Cases,
    Isolation,
    Judging,
    ProblemRef,
    Report,
    SubmissionRef,
    VerdictKnown,
    to_json,
)
from judge.service.messages import OVER, Tell, Told
from judge.settings import Settings
from judge.storage import Lease, Queue, Submissions, Task
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Tier

log = logging.getLogger("judge.worker")

Judge = Callable[[Submission, Problem, Settings], Judging]

#: Workers that a submission may kill before it is IE, and leases that it may use up. These are
#: many: a server that starts takes every lease back, and it may be restarted again and again
#: (twenty were used up by 200 kills in a row) through no fault of any submission.
MOST_DEATHS = 2
MOST_ATTEMPTS = 1_000
POLL_SECONDS = 0.5
#: Nobody sees more of the counts than that.
TOLD_SECONDS = 0.05
#: A judging that takes longer hangs: its lease is let go.
MOST_SECONDS = 900.0


class _UnwantedError(Exception):
    """Raised inside judging when its report is not wanted any more."""


class Orders:
    """What a worker is told to do, by any thread."""

    def __init__(self) -> None:
        self._wake = threading.Event()
        self._unwanted: set[str] = set()
        self.draining = False
        self.aborting = False

    def wake(self) -> None:
        """Look for work now."""
        self._wake.set()

    def drain(self) -> None:
        """Take no more; end what runs."""
        self.draining = True
        self._wake.set()

    def abort(self) -> None:
        """Take no more; give back what runs, at its next step."""
        self.aborting = True
        self.drain()

    def cancel(self, id_: str) -> None:
        """Give up this one if it is at hand."""
        self._unwanted.add(id_)

    def rest(self, seconds: float) -> None:
        """Sleep, unless woken."""
        self._wake.wait(seconds)
        self._wake.clear()

    def begin(self) -> None:
        """Forget who was unwanted: only the submission at hand can be."""
        self._unwanted.clear()

    def wants(self, id_: str) -> bool:
        return not self.aborting and id_ not in self._unwanted


@dataclass
class Worker:
    """One worker. `name` must be its own among all that ever were."""

    name: str
    submissions: Submissions
    queue: Queue
    judge: Judge
    catalog: Shelf
    settings: Settings
    tell: Tell
    lease_seconds: float = 10.0
    orders: Orders = field(default_factory=Orders)

    def work(self) -> None:
        """Judge what waits until told to drain."""
        while not self.orders.draining:
            try:
                lease = self.queue.lease(self.name, self.lease_seconds)
                if lease is None:
                    self.orders.rest(POLL_SECONDS)
                else:
                    self._take(lease)
            except HostError as error:
                # The lease runs out by itself, and whoever is next finds the row as it was.
                log.error("%s", error)
                self.orders.rest(1.0)

    def _take(self, lease: Lease) -> None:
        self.orders.begin()
        task = self.submissions.start(lease.id, lease.token, lease.attempt)
        if task is None:
            self.queue.ack(lease)
            return
        cause = _poison(lease)
        if cause is not None:
            log.error("submission %s is given up: %s", lease.id, cause)
            self._write(lease, internal_error(task, self.settings, cause))
            self.queue.dead(lease)
        else:
            self._judge_under(lease, task)
        self.tell(Told(lease.id, OVER, lease.attempt))

    def _judge_under(self, lease: Lease, task: Task) -> None:
        with self._kept(lease) as kept:
            report = self._judged(lease, task, lambda: kept() and self.orders.wants(lease.id))
            if report is not None:
                self._write(lease, report)
                self.queue.ack(lease)
            elif self.submissions.put_back(lease.id, lease.token):
                self.queue.nak(lease)

    def _write(self, lease: Lease, report: Report) -> None:
        # ASCII: the text of a submission may hold lone surrogates.
        text = json.dumps(to_json(report), allow_nan=False)
        if not self.submissions.finish(lease.id, lease.token, report.verdict, text):
            log.warning("submission %s: a report came too late and was dropped", lease.id)

    @contextmanager
    def _kept(self, lease: Lease) -> Iterator[Callable[[], bool]]:
        """Extend the lease in the background; what is yielded says whether it is still held."""
        over, lost = threading.Event(), threading.Event()
        end = time.monotonic() + MOST_SECONDS

        def extend() -> None:
            while not over.wait(self.lease_seconds / 3):
                try:
                    held = self.queue.extend(lease, self.lease_seconds)
                except HostError as error:
                    log.error("%s", error)
                    continue
                if not held or time.monotonic() > end:
                    lost.set()
                    return

        thread = threading.Thread(target=extend, name="lease", daemon=True)
        thread.start()
        try:
            yield lambda: not lost.is_set()
        finally:
            over.set()
            thread.join()

    def _judged(self, lease: Lease, task: Task, wanted: Callable[[], bool]) -> Report | None:
        """Return the report; None when it is not wanted any more; IE for our own failures."""
        version = ""
        try:
            problem = self.catalog.get(task.problem)
            version = problem.version
            submission = Submission(task.source, f"{task.problem}.py", task.language)
            with closing(self.judge(submission, problem, self.settings)) as steps:
                report = result_of(steps, self._watch(lease, wanted))
        except _UnwantedError:
            return None
        except JudgeError as error:
            log.error("submission %s could not be judged: %s", lease.id, error)
        except Exception:  # whatever it was, it is not the submission's failure
            log.exception("submission %s could not be judged", lease.id)
        else:
            return report if wanted() else None
        return internal_error(task, self.settings, "its log tells the cause", version)

    def _watch(
        self, lease: Lease, wanted: Callable[[], bool]
    ) -> Callable[[Event | VerdictKnown], None]:
        """Return what tells the server of every step, and raises where nothing more is wanted."""
        serial, last = 0, 0.0

        def watch(event: Event | VerdictKnown) -> None:
            nonlocal serial, last
            if not wanted():
                raise _UnwantedError
            serial += 1
            now = time.monotonic()
            counted = isinstance(event, CaseJudged | Searching | Timing)
            told = Told.of_event(lease.id, lease.attempt, serial, event)
            if told is not None and not (counted and now - last < TOLD_SECONDS):
                last = now
                self.tell(told)

        return watch


def _poison(lease: Lease) -> str | None:
    """Return why nobody should try this submission again."""
    if lease.deaths >= MOST_DEATHS:
        return f"the process that judged it died {lease.deaths} times"
    if lease.attempt > MOST_ATTEMPTS:
        return f"it was begun {lease.attempt - 1} times and never ended"
    return None


def internal_error(task: Task, settings: Settings, cause: str, version: str = "") -> Report:
    """Return the report that says the judge failed; details stay in the server's log."""
    source = Submission(task.source, task.problem, task.language)
    return Report(
        problem=ProblemRef(slug=task.problem, version=version),
        submission=SubmissionRef(
            language=task.language, sha256=source.sha256, bytes=len(source.source)
        ),
        verdict=Verdict.INTERNAL_ERROR,
        summary=f"internal error of the judge, not yours: {cause} ({task.id})",
        cases=Cases(total=0, passed=0, groups={}),
        isolation=Isolation(tier=(settings.tier or Tier.FULL).value),
        judge_version=__version__,
    )
