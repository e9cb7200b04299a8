"""Records of submissions, as the store takes them in and gives them out; they know no SQL."""

import secrets
from dataclasses import field
from enum import StrEnum

from judge.records import dataclass
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
    """Whether a person waits for the report, or it may wait for those."""

    INTERACTIVE = "interactive"
    BACKGROUND = "background"

    @property
    def rank(self) -> int:
        return 0 if self is Urgency.INTERACTIVE else 1


class KeepSources(StrEnum):
    """Whose sources are kept once their submissions are over."""

    LOCAL = "local"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A submission as it was handed in, before it is kept.

    A second one of the same owner with the same `idempotency_key` is the same submission; it must
    have the same `body_digest`. `file` is the name of the source's file, if that is known;
    `timing` says whether an accepted one is timed, None that the server decides. `given_at` is when
    the source was handed in, in seconds since the epoch, if that was before. `traceparent` names
    the span that takes it in, where the host traces.
    """

    owner: str
    problem: str
    language: str
    source: bytes
    urgency: Urgency = Urgency.INTERACTIVE
    idempotency_key: str | None = None
    body_digest: str | None = None
    file: str | None = None
    timing: bool | None = None
    given_at: float | None = None
    traceparent: str | None = None
    id: str = field(default_factory=lambda: secrets.token_hex(16))


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
    file: str | None


@dataclass(frozen=True, slots=True)
class ListedRow(Row):
    """One submission of a list.

    `has_source`: its source is kept. `ratio` is its time over the reference's, if it was timed.
    """

    has_source: bool
    ratio: float | None


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs of a submission."""

    id: str
    problem: str
    language: str
    source: bytes
    submitted_at: float
    timing: bool | None = None
    owner: str = ""
    traceparent: str | None = None


@dataclass(frozen=True, slots=True)
class KeptSource:
    """The source of a submission, as it was handed in; empty where it is not kept."""

    source: bytes
    language: str


@dataclass(frozen=True, slots=True)
class Untold:
    """A submission that is done, and what its owner's history is still to be given of it.

    `source` is empty where it is not kept; `event` is a JSON document.
    """

    id: str
    owner: str
    problem: str
    source: bytes
    report: str
    event: str
