"""The loop of every worker: lease a submission, judge it, write the report, acknowledge.

A worker knows the store and the queue by their methods alone, so the promise is the same for
every queue: a report is written once, by the newest attempt.
"""

import json
import logging
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from judge import __version__
from judge.errors import HostError, JudgeError, ProblemError, UntrustedError
from judge.events import CaseJudged, DataBuilding, Event, Searching, Timing, result_of
from judge.problems import CachedCatalog, Problem
from judge.records import replace
from judge.reports import (
    Cases,
    Isolation,
    Judging,
    ProblemRef,
    Report,
    SubmissionRef,
    VerdictKnown,
    caseless_failure,
    failure_summary,
    to_json,
)
from judge.service.workers.control import WorkerControl
from judge.service.workers.event import event_of_report
from judge.service.workers.idle_pools import IdlePools
from judge.service.workers.messages import Publish, WorkerMessage, done
from judge.service.workers.stops import Stops
from judge.service.workers.traced import TracedAttempt
from judge.settings import Settings
from judge.storage import LOCAL_OWNER, REJUDGE, Lease, Queue, Submissions, Task
from judge.submission import Submission
from judge.tracing import NO_TRACER, Tracer
from judge.verdict import Verdict
from sandbox import Session, Tier

log = logging.getLogger("judge.worker")

Judge = Callable[[Submission, Problem, Settings], Judging]

#: Workers that a submission may kill before it is IE, and leases that it may use up. These are
#: many: a server that starts takes every lease back, and it may be restarted again and again
#: (twenty were used up by 200 kills in a row) through no fault of any submission.
MOST_DEATHS = 2
MOST_ATTEMPTS = 1_000
#: Attempts whose wall time is not believed where the worker was stopped meanwhile.
MOST_DOUBTS = 3
POLL_SECONDS = 0.5
#: A worker that had nothing to do for so long draws fresh inputs ahead.
IDLE_SECONDS = 10.0
#: Events that only count are sent at most this often: no reader sees more of them.
COUNT_SECONDS = 0.05
#: A judging that takes longer hangs: it is given up.
MOST_SECONDS = 900.0


@dataclass
class Worker:
    """One worker. `name` must be unique among all workers that ever were."""

    name: str
    submissions: Submissions
    queue: Queue
    judge: Judge
    catalog: CachedCatalog
    settings: Settings
    publish: Publish
    lease_seconds: float = 10.0
    control: WorkerControl = field(default_factory=WorkerControl)
    #: The folder of the inputs that the local owner has met: they are played for no one else.
    met_dir: Path | None = None
    pools: IdlePools = field(default_factory=IdlePools)
    clock: Callable[[], float] = time.monotonic
    tracer: Tracer = NO_TRACER
    _judged: tuple[Lease, Task] | None = None
    _traced: TracedAttempt | None = None

    def work(self) -> None:
        """Judge what waits until `control` says to drain; draw fresh inputs when nothing does."""
        busy_at = time.monotonic()
        while not self.control.draining:
            try:
                lease = self.queue.lease(self.name, self.lease_seconds)
                if lease is not None:
                    self._take(lease)
                    busy_at = time.monotonic()
                    continue
                idle = self.pools.may_lack and time.monotonic() - busy_at >= IDLE_SECONDS
                # While anything is judged or timed, by whatever worker, nothing is drawn.
                if idle and not self.queue.ids():
                    self.pools.draw_one()
                self.control.sleep(POLL_SECONDS)
            except HostError as error:
                # The lease runs out by itself; the next worker finds the row as it was.
                log.error("%s", error)
                self.control.sleep(1.0)

    def give_up(self, cause: str) -> None:
        """Finish what is judged now as IE, from another thread: its judging hangs."""
        if self._judged is None:
            return
        lease, task = self._judged
        log.error("submission %s is given up: %s", lease.id, cause)
        verdict = None
        try:
            verdict = self._write(lease, task, internal_error(task, self.settings, cause))
            self.queue.dead(lease)
        except HostError as error:
            log.error("%s", error)  # the next worker finds the row as it was
        self.publish(done(lease.id, lease.attempt, verdict))

    def ended(self, session: Session) -> None:
        """Tell the trace of what is judged now that one of its programs has ended."""
        if self._traced is not None:
            self._traced.program(session)

    def _take(self, lease: Lease) -> None:
        self.control.begin(lease.id)
        try:
            self._take_current(lease)
        finally:
            self._judged = self._traced = None
            self.control.end()

    def _take_current(self, lease: Lease) -> None:
        task = self.submissions.start(lease.id, lease.token, lease.attempt)
        if task is None:
            self.queue.ack(lease)
            return
        cause = _poison(lease)
        if cause is not None:
            log.error("submission %s is given up: %s", lease.id, cause)
            verdict = self._write(lease, task, internal_error(task, self.settings, cause))
            self.queue.dead(lease)
        else:
            verdict = self._judge_under(lease, task)
        self.publish(done(lease.id, lease.attempt, verdict))

    def _judge_under(self, lease: Lease, task: Task) -> Verdict | None:
        """Judge under a lease that is kept; return the verdict of the report that was written."""
        self._judged = lease, task
        traced = None if self.tracer is NO_TRACER else TracedAttempt(self.tracer, lease, task)
        self._traced = traced
        verdict = None
        try:
            stops = Stops(self.lease_seconds / 3, self.clock)
            with self._extending(lease, stops) as held:
                report = self._report(lease, task, lambda: held() and self.control.wants(lease.id))
                if report is not None and not _is_doubtful(report, lease, stops):
                    verdict = self._write(lease, task, report)
                    self.queue.ack(lease)
                elif self.submissions.put_back(lease.id, lease.token):
                    self.queue.nak(lease)
        finally:
            if traced is not None:
                traced.end(verdict)
        return verdict

    def _write(self, lease: Lease, task: Task, report: Report) -> Verdict | None:
        """Write a report and return its verdict; None where a newer attempt has the row."""
        # ASCII: the text of a submission may hold lone surrogates.
        text = json.dumps(to_json(report), allow_nan=False)
        again = task.owner == REJUDGE
        event = None if again else event_of_report(task, report, self.catalog)
        if not self.submissions.finish(lease.id, lease.token, report.verdict, text, event):
            log.warning("submission %s: a report came too late and was dropped", lease.id)
            return None
        return report.verdict

    @contextmanager
    def _extending(self, lease: Lease, stops: Stops) -> Iterator[Callable[[], bool]]:
        """Extend the lease in the background; yield a function that tells if it is still held."""
        over, lost = threading.Event(), threading.Event()

        def extend() -> None:
            while not over.wait(self.lease_seconds / 3):
                stops.look()
                try:
                    held = self.queue.extend(lease, self.lease_seconds)
                except HostError as error:
                    log.error("%s", error)
                    continue
                if not held:
                    lost.set()
                    return

        thread = threading.Thread(target=extend, name="lease", daemon=True)
        thread.start()
        try:
            yield lambda: not lost.is_set()
        finally:
            over.set()
            thread.join()

    def _report(self, lease: Lease, task: Task, wanted: Callable[[], bool]) -> Report | None:
        """Return the report; None when it is not wanted any more; IE for our own failures."""
        version = ""
        try:
            problem = self.catalog.get(task.problem)
            version = problem.version
            submission = Submission(task.source, f"{task.problem}.py", task.language)
            settings = self.settings
            if task.timing is not None:
                settings = replace(settings, timing=task.timing)
            if task.owner == LOCAL_OWNER:
                settings = replace(settings, met_dir=self.met_dir)
            self.pools.note(problem, settings, self.catalog.get)
            steps = self.judge(submission, problem, settings)
            with closing(while_wanted(wanted, steps)) as events:
                report = result_of(
                    events, _Reporter(lease, self.publish, self._traced).publish_event
                )
            if report is not None and report.verdict is Verdict.INTERNAL_ERROR and not wanted():
                return None  # a package's code was interrupted
            self.control.note(able=True)
            return report
        except JudgeError as error:
            if not wanted():
                return None
            self.control.note(able=not isinstance(error, HostError))
            log.error("submission %s could not be judged: %s", lease.id, error.for_log)
            if isinstance(error, ProblemError | UntrustedError):
                # As of a fault that is met while cases are played.
                return internal_error(task, self.settings, str(error), version, tells=True)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is not the submission's failure
            # Where it failed, not its message: that may hold values of a hidden case.
            place = "".join(traceback.format_tb(error.__traceback__))
            words = f"{type(error).__name__}\n{place}"
            log.error("submission %s could not be judged: %s", lease.id, words)
        return internal_error(task, self.settings, "its log tells the cause", version)


@dataclass
class _Reporter:
    """Publishes the events of one attempt; those that only count, not too often."""

    lease: Lease
    publish: Publish
    traced: TracedAttempt | None = None
    serial: int = 0
    published_at: float = 0.0

    def publish_event(self, event: Event | VerdictKnown) -> None:
        self.serial += 1
        if self.traced is not None:
            self.traced.step(event)
        now = time.monotonic()
        counts = isinstance(event, CaseJudged | DataBuilding | Searching | Timing)
        if counts and now - self.published_at < COUNT_SECONDS:
            return
        message = WorkerMessage.from_event(self.lease.id, self.lease.attempt, self.serial, event)
        if message is not None:
            self.published_at = now
            self.publish(message)


Step = TypeVar("Step")
Result = TypeVar("Result")


def while_wanted(
    wanted: Callable[[], bool], steps: Generator[Step, None, Result]
) -> Generator[Step, None, Result | None]:
    """Yield the steps and return their result; None once they are not wanted, and closed then."""
    with closing(steps):
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                result: Result = end.value
                return result
            if not wanted():
                return None
            yield step


def _is_doubtful(report: Report, lease: Lease, stops: Stops) -> bool:
    """Whether a program may have been too slow because all of this was stopped with it."""
    failure = report.failure
    by_wall = failure is not None and failure.clock == "wall"
    return by_wall and stops.look() and lease.attempt <= MOST_DOUBTS


def _poison(lease: Lease) -> str | None:
    """Return why a submission is not tried again; None when it is."""
    if lease.deaths >= MOST_DEATHS:
        return f"the process that judged it died {lease.deaths} times"
    if lease.attempt > MOST_ATTEMPTS:
        return f"it was begun {lease.attempt - 1} times and never ended"
    return None


def internal_error(
    task: Task, settings: Settings, cause: str, version: str = "", *, tells: bool = False
) -> Report:
    """Return the report that the judge failed; the details stay in the server's log.

    Where the cause `tells` them, what hosts hide of hidden cases is hidden of it too.
    """
    source = Submission(task.source, task.problem, task.language)
    summary = f"internal error of the judge, not yours: {cause} ({task.id})"
    failure = None
    if tells:
        failure = caseless_failure(Verdict.INTERNAL_ERROR, cause, hidden=True)
        summary = failure_summary(Verdict.INTERNAL_ERROR, failure)
    return Report(
        problem=ProblemRef(slug=task.problem, version=version),
        submission=SubmissionRef(
            language=task.language, sha256=source.sha256, bytes=len(source.source)
        ),
        verdict=Verdict.INTERNAL_ERROR,
        summary=summary,
        cases=Cases(total=0, passed=0, groups={}),
        failure=failure,
        isolation=Isolation(tier=(settings.tier or Tier.FULL).value),
        judge_version=__version__,
    )
