"""Events of a round by the minute, for tests of what follows from them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from judge.practice.event import Event
from judge.practice.rounds.actions import ended, last_texts, started
from judge.practice.rounds.course import Course, PartKind, PlannedPart, course_of

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
PARTS = (
    PlannedPart("lca", PartKind.PROBLEM, 36, must=True),
    PlannedPart("kth-largest", PartKind.PROBLEM, 24),
)


def at(minutes: float) -> datetime:
    """Return the moment so many minutes after the start."""
    return NOON + timedelta(minutes=minutes)


class Rehearsal:
    """A round of an hour that began at noon, written down event by event."""

    def __init__(self, parts: tuple[PlannedPart, ...] = PARTS, minutes: int = 60) -> None:
        self.events = [started(parts, minutes=minutes, seed=7, now=NOON, boot=None)]
        self.id = self.events[0].id

    def add(self, minutes: float, kind: str, slug: str | None = None, **values: Any) -> "Rehearsal":
        """Add an event; further names are facts, but for those of an event."""
        own = {name: values.pop(name) for name in ("source", "verdict") if name in values}
        number = f"{kind} {len(self.events)}"
        event = Event(
            id=number, at=at(minutes), offset=0, kind=kind, problem=slug, round=self.id,
            facts=values, **own,
        )  # fmt: skip
        self.events.append(event)
        return self

    def end(self, minutes: float, reason: str = "finished") -> "Rehearsal":
        """Add the end."""
        self.events.append(ended(self.course, at(minutes), reason))
        return self

    @property
    def course(self) -> Course:
        """The round that the events tell."""
        found = course_of(sorted(self.events, key=lambda event: event.at))
        assert found is not None
        return found

    @property
    def last(self) -> list[str | None]:
        """The sources that are judged at the deadline."""
        return [event.source for event in last_texts(self.course)]
