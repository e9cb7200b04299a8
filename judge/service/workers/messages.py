"""Messages from a worker process to its server, as lines of JSON.

They carry names, counts and ids, and no text of a submission but in the report of `known`.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, field
from typing import Any

from judge.events import (
    CaseJudged,
    CorpusBuilding,
    CorpusVerdict,
    DataBuilding,
    Event,
    Searching,
    Shrinking,
    Started,
    Timing,
    TimingWaits,
)
from judge.records import dataclass
from judge.reports import VerdictKnown, to_json
from judge.verdict import Verdict

#: A submission is over for this worker; its row says how. The data hold the verdict where this
#: worker has written the report.
DONE = "done"
#: A worker is alive; the data are its sandboxes' figures, for how long it has made no step, and
#: whether its host could not judge a moment ago.
HEARTBEAT = "heartbeat"
#: A worker process is gone and its leases are given back. The pool says so, not the worker.
WORKER_DIED = "worker_died"
#: The verdict is known, and the submission is measured next; the data hold a first report.
KNOWN = "known"

#: Event -> its name in messages and in the service's event stream. Other events are not sent.
NAMES: dict[type[Event | VerdictKnown], str] = {
    DataBuilding: "building",
    CorpusBuilding: "building",
    Started: "started",
    CaseJudged: "case",
    CorpusVerdict: "verdict",
    VerdictKnown: KNOWN,
    Searching: "searching",
    Shrinking: "shrinking",
    TimingWaits: "waiting",
    Timing: "timing",
}

Publish = Callable[["WorkerMessage"], None]


@dataclass(frozen=True, slots=True)
class WorkerMessage:
    """One thing that happened to one submission; `serial` counts within its attempt."""

    id: str
    name: str
    attempt: int = 0
    serial: int = 0
    data: dict[str, Any] = field(default_factory=dict)

    def to_line(self) -> bytes:
        """Return the message as one line of ASCII."""
        return json.dumps(asdict(self)).encode("ascii") + b"\n"

    @staticmethod
    def from_line(line: bytes) -> "WorkerMessage":
        """Return the message in a line. Raises `ValueError` or `TypeError` when it is broken.

        Unknown fields are those of a newer judge, which works beside this one for a while.
        """
        found = json.loads(line)
        if not isinstance(found, dict):
            raise TypeError("no message")
        return WorkerMessage(**{name: found[name] for name in _FIELDS if name in found})

    @staticmethod
    def from_event(
        id_: str, attempt: int, serial: int, event: Event | VerdictKnown
    ) -> "WorkerMessage | None":
        """Return the message of an event; None for an event that is not sent."""
        name = NAMES.get(type(event))
        if name is None:
            return None
        # The fields of a report's kind are written at its top, which only `to_json` does.
        if isinstance(event, VerdictKnown):
            data = {"report": to_json(event.report)}
        else:
            data = asdict(event)
        return WorkerMessage(id_, name, attempt, serial, data)


_FIELDS = WorkerMessage.__slots__


def done(id_: str, attempt: int, verdict: Verdict | None) -> WorkerMessage:
    """Return the message that a submission is over, with the verdict if a report was written."""
    return WorkerMessage(id_, DONE, attempt, data={} if verdict is None else {"verdict": verdict})
