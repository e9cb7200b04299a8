"""Where the HTTP service hands in submissions and asks for their reports.

Everything is in memory: tickets are forgotten with the process, finished ones also when there
are too many. Tickets are made and looked up on the event loop's thread alone; the worker's
thread only fills in the ticket it was given.
"""

import logging
import secrets
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from judge import __version__
from judge.errors import JudgeError
from judge.events import Event, Finished, Played, Started
from judge.frontends.worker import Wanted, Work, Worker
from judge.problem import Problem
from judge.report import Cases, Isolation, ProblemRef, Report, SubmissionRef
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Tier

log = logging.getLogger("judge.http")

T = TypeVar("T")

Judge = Callable[[Submission, Problem, Settings], Iterator[Event]]
Run = Callable[[Submission, Problem, Settings, dict[str, Any] | None], Iterator[Played]]


class Status(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Ticket:
    """What is known of one submission. The source is not kept."""

    id: str
    problem: str
    submitted_at: datetime
    progress: "Progress"
    work: Work[Report]

    @property
    def status(self) -> Status:
        future = self.work.future
        if future.cancelled():
            return Status.CANCELLED
        if future.done():
            return Status.CANCELLED if future.result() is None else Status.DONE
        return Status.RUNNING if future.running() else Status.QUEUED

    @property
    def report(self) -> Report | None:
        return self.work.future.result() if self.status is Status.DONE else None


class Progress:
    """The newest events of a submission: written by the worker, read by the event loop."""

    def __init__(self) -> None:
        self._serial = 0
        self._newest: tuple[tuple[int, Event], ...] = ()

    def note(self, event: Event) -> None:
        """Keep an event in the place of the last one; the start stays."""
        self._serial += 1
        started = [one for one in self._newest if isinstance(one[1], Started)]
        self._newest = (*started, (self._serial, event))

    def since(self, serial: int) -> list[tuple[int, Event]]:
        """Return the events that are kept and newer, each with its number."""
        return [one for one in self._newest if one[0] > serial]


class Desk:
    """Takes submissions and hands out tickets. `kept` is how many tickets are remembered."""

    def __init__(
        self, judge: Judge, run: Run, settings: Settings, *, room: int = 32, kept: int = 1_000
    ) -> None:
        self._judge = judge
        self._run = run
        self._settings = settings
        self._kept = kept
        self._tickets: dict[str, Ticket] = {}
        self.worker = Worker(room)

    def submit(self, submission: Submission, problem: Problem) -> Ticket:
        """Put a submission in the queue. Raises `NoRoomError`."""
        ticket_id = secrets.token_hex(16)
        progress = Progress()

        def job(wanted: Wanted) -> Report | None:
            return self._judged(submission, problem, progress, wanted, ticket_id)

        work = self.worker.take(job)
        ticket = Ticket(ticket_id, problem.slug, datetime.now(UTC), progress, work)
        self._tickets[ticket_id] = ticket
        self._forget_old()
        return ticket

    def play(
        self, submission: Submission, problem: Problem, arguments: dict[str, Any] | None
    ) -> Work[list[Played]]:
        """Queue a run of the samples, or of one input; nothing is kept. Raises `NoRoomError`."""

        def job(wanted: Wanted) -> list[Played] | None:
            steps = self._run(submission, problem, self._settings, arguments)
            with closing(_while(wanted, steps)) as played:
                found = list(played)
            return found if wanted() else None

        return self.worker.take(job)

    def find(self, ticket_id: str) -> Ticket | None:
        """Return the ticket of that id, if it is remembered."""
        return self._tickets.get(ticket_id)

    def newest_first(self) -> list[Ticket]:
        """Return every ticket that is remembered."""
        return list(reversed(self._tickets.values()))

    def _forget_old(self) -> None:
        excess = max(len(self._tickets) - self._kept, 0)
        done = [t.id for t in self._tickets.values() if t.work.future.done()]
        for ticket_id in done[:excess]:
            del self._tickets[ticket_id]

    def _judged(
        self,
        submission: Submission,
        problem: Problem,
        progress: Progress,
        wanted: Wanted,
        ticket_id: str,
    ) -> Report | None:
        """Return the report; None when it is not wanted any more; IE for our own failures."""
        try:
            steps = self._judge(submission, problem, self._settings)
            with closing(_while(wanted, steps)) as events:
                for event in events:
                    if isinstance(event, Finished):
                        return event.report
                    progress.note(event)
        except JudgeError as error:
            log.error("submission %s could not be judged: %s", ticket_id, error)
        except BaseException:  # whatever it was, its ticket must not wait for ever
            log.exception("submission %s could not be judged", ticket_id)
        else:
            if not wanted():
                return None
            log.error("submission %s: the judging ended without a report", ticket_id)
        return internal_error(submission, problem, self._settings, ticket_id)


def internal_error(
    submission: Submission, problem: Problem, settings: Settings, ticket_id: str
) -> Report:
    """Return the report that says the judge failed; the cause stays in the server's log."""
    return Report(
        problem=ProblemRef(slug=problem.slug, version=problem.version),
        submission=SubmissionRef(
            language=submission.language, sha256=submission.sha256, bytes=len(submission.source)
        ),
        verdict=Verdict.INTERNAL_ERROR,
        summary=f"internal error of the judge, not yours: its log tells the cause ({ticket_id})",
        cases=Cases(total=0, passed=0, groups={}),
        isolation=Isolation(tier=(settings.tier or Tier.FULL).value),
        judge_version=__version__,
    )


def _while(wanted: Wanted, steps: Iterator[T]) -> Generator[T, None, None]:
    """Yield the steps as long as they are wanted, then end the sandbox behind them."""
    try:
        for step in steps:
            if not wanted():
                return
            yield step
    finally:
        if isinstance(steps, Generator):
            steps.close()
