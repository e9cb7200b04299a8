"""What a worker tells its server, as lines of JSON, and what the server orders.

Only names, counts and ids pass: no text of a submission does.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
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
from judge.reports import VerdictKnown

#: The last word on a submission: its row says how it ended.
OVER = "over"
#: A worker is alive.
BEAT = "beat"
#: A worker is gone, and what it held is given back; said by whoever looks after it.
BURIED = "buried"

NAMES: dict[type[Event | VerdictKnown], str] = {
    DataBuilding: "building",
    CorpusBuilding: "building",
    Started: "started",
    CaseJudged: "case",
    CorpusVerdict: "verdict",
    Searching: "searching",
    Shrinking: "shrinking",
    TimingWaits: "waiting",
    Timing: "timing",
}

Tell = Callable[["Told"], None]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened to one submission; numbered within its attempt."""

    id: str
    name: str
    attempt: int = 0
    serial: int = 0
    data: dict[str, Any] = field(default_factory=dict)

    def line(self) -> bytes:
        return json.dumps(asdict(self)).encode("ascii") + b"\n"

    @staticmethod
    def of_line(line: bytes) -> "Told":
        return Told(**json.loads(line))

    @staticmethod
    def of_event(id_: str, attempt: int, serial: int, event: Event | VerdictKnown) -> "Told | None":
        """Return what is told of an event; None for those with a report, which the row has."""
        name = NAMES.get(type(event))
        return Told(id_, name, attempt, serial, asdict(event)) if name is not None else None
