"""What the store gives out: frozen records without a word of SQL."""

from dataclasses import dataclass
from enum import StrEnum

from judge.verdict import Verdict


class Status(StrEnum):
    """Where a submission is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        return self in (Status.DONE, Status.CANCELLED)


class Urgency(StrEnum):
    """Who is served first: somebody who waits, or what may wait."""

    INTERACTIVE = "interactive"
    BACKGROUND = "background"

    @property
    def rank(self) -> int:
        return 0 if self is Urgency.INTERACTIVE else 1


@dataclass(frozen=True, slots=True)
class NewRow:
    """What is to be kept of a submission before it is answered."""

    id: str
    owner: str
    problem: str
    language: str
    source: bytes
    urgency: Urgency = Urgency.INTERACTIVE
    idempotency_key: str | None = None
    body_digest: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One submission without its source. Times are seconds since the epoch."""

    id: str
    owner: str
    problem: str
    urgency: Urgency
    status: Status
    attempt: int
    submitted_at: float
    started_at: float | None
    finished_at: float | None
    verdict: Verdict | None
    body_digest: str | None


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs of a submission."""

    id: str
    problem: str
    language: str
    source: bytes
    submitted_at: float
