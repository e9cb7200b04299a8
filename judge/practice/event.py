"""One thing that a person did: an event of their history, a line of JSON.

Everything else about practice is computed from events, so a new rule also holds for the past.
"""

import json
import math
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from judge.errors import JudgeError

#: The version of the lines that this judge writes. Lines of newer versions are kept, not read.
VERSION = 1
#: No line of ours is longer: texts lie apart, by their digest.
LINE_BYTES = 1024 * 1024
#: Nobody writes to facts.
NO_FACTS: Mapping[str, Any] = {}


class EventError(JudgeError):
    """Raised for a line or document that is no event; says what is wrong with it."""


class Event(NamedTuple):
    """What happened at one moment.

    `at` is aware, in UTC; `offset` is the local time's distance from it in minutes, as it was then.
    `source` is the SHA-256 of a text that the history keeps; `facts` depend on the kind, and are
    JSON values. The id of a submission's event is that of the submission.

    Not a dataclass, which takes ten times as long to make when a verdict has just been shown.
    """

    id: str
    at: datetime
    offset: int
    kind: str
    problem: str | None = None
    version: str | None = None
    round: str | None = None
    source: str | None = None
    verdict: str | None = None
    facts: Mapping[str, Any] = NO_FACTS
    judge: str = ""
    v: int = VERSION

    def to_json(self) -> dict[str, Any]:
        """Return the event as a JSON object, which `event_of` reads."""
        at = self.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return {"v": self.v, **self._asdict(), "at": at}

    def line(self) -> bytes:
        """Return the event as a line of ASCII: what was typed may hold lone surrogates."""
        return json.dumps(self.to_json(), separators=(",", ":")).encode("ascii") + b"\n"


def new_event(kind: str, *, now: datetime | None = None, **values: Any) -> Event:
    """Return an event of this moment, or of `now`, which is aware and in the local time zone."""
    local = now or datetime.now().astimezone()
    shift = local.utcoffset()
    offset = round(shift.total_seconds() / 60) if shift else 0
    values.setdefault("id", os.urandom(16).hex())
    return Event(at=local.astimezone(UTC), offset=offset, kind=kind, **values)


def event_of(document: object) -> Event | None:
    """Return the event that a JSON object holds; None where its version is a newer one.

    Fields that are unknown are ignored. Raises `EventError`.
    """
    if not isinstance(document, dict):
        raise EventError("an event is a JSON object")
    version = document.get("v")
    if type(version) is not int or version < 1:
        raise EventError("v must be the version of the event, a whole number")
    if version > VERSION:
        return None
    texts = {name: _text(document, name) for name in ("id", "at", "kind")}
    optional = {
        name: _text(document, name)
        for name in ("problem", "version", "round", "source", "verdict")
        if document.get(name) is not None
    }
    offset, facts = document.get("offset", 0), document.get("facts") or {}
    if type(offset) is not int or abs(offset) > 24 * 60:
        raise EventError("offset must be minutes")
    if not isinstance(facts, dict):
        raise EventError("facts must be an object")
    return Event(
        id=texts["id"],
        at=moment(texts["at"]),
        offset=offset,
        kind=texts["kind"],
        facts=facts,
        judge=str(document.get("judge") or ""),
        **optional,  # type: ignore[arg-type]  # texts, by the names above
    )


def document_of(line: str | bytes) -> Any:
    """Return what a line of JSON holds, null for NaN and infinity, which JSON does not know.

    Raises `ValueError`, and `RecursionError` for what is nested too deep.
    """
    return json.loads(line, parse_constant=lambda _: None, parse_float=_finite)


def _finite(text: str) -> float | None:
    found = float(text)
    return found if math.isfinite(found) else None


def moment(text: str) -> datetime:
    """Return the moment that an ISO 8601 text names, in UTC. Raises `EventError`."""
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise EventError(f"at must be a moment in ISO 8601, not {text[:40]!r}") from None


def _text(document: Mapping[str, Any], name: str) -> str:
    value = document.get(name)
    if not isinstance(value, str) or not value:
        raise EventError(f"{name} must be a text")
    return value
