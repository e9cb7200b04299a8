"""A round as its events tell it: parts, clock and phase. Nothing of it is kept anywhere else.

A round is an hour of rehearsal. Its id is that of the event which started it, and each of its
events names it; so it goes on after a closed terminal or a restart of the machine.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from judge.errors import UsageError
from judge.practice.event import Event
from judge.practice.evidence.clock import began, clock_of
from judge.practice.evidence.facts import number
from judge.records import dataclass

START, END, OPEN, PAUSE, RESUME = (
    f"round_{name}" for name in ("start", "end", "open", "pause", "resume")
)
#: A wall clock may stray so far from the machine's own without having been set, in seconds.
CLOCK_SLACK = 60.0
#: No machine has run for so many seconds, three centuries.
MOST_UPTIME = 1e10
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


class PartKind(StrEnum):
    """What a part of a round asks for."""

    PROBLEM = "problem"
    DEBUG = "debug"
    TESTS = "tests"


class RoundState(StrEnum):
    """Where a round is. `over`: its time is up, and its last texts are not judged yet."""

    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"
    ENDED = "ended"


class Phase(StrEnum):
    """What is next in a part."""

    UNOPENED = "not opened"
    CLARIFY = "clarify"
    PLAN = "plan"
    CODE = "code"
    DISCUSS = "discuss"


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """One problem of a round and the minutes that it should take; one must be opened if `must`."""

    slug: str
    kind: PartKind
    minutes: int
    must: bool = False


@dataclass(frozen=True, slots=True)
class Boot:
    """The boot of a machine by its name, and the seconds since it: a clock that nobody can set."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One round. `deadline` is where the pauses have moved it; `opened` has first openings."""

    id: str
    started_at: datetime
    minutes: int
    seed: int
    parts: tuple[PlannedPart, ...]
    deadline: datetime
    opened: Mapping[str, datetime]
    #: The part opened last; None only of a round without parts.
    current: str | None
    paused_at: datetime | None
    ended_at: datetime | None
    reason: str | None
    boot: Boot | None
    events: tuple[Event, ...]

    def state(self, now: datetime) -> RoundState:
        """Return where the round is. A pause stops its clock."""
        if self.ended_at is not None:
            return RoundState.ENDED
        if self.paused_at is not None:
            return RoundState.PAUSED
        return RoundState.OVER if now > self.deadline else RoundState.RUNNING

    def is_on(self, now: datetime) -> bool:
        """Whether what is done now still belongs to the round."""
        return self.state(now) in (RoundState.RUNNING, RoundState.PAUSED)

    def left(self, now: datetime) -> timedelta:
        """Return the time that is left, never less than none."""
        until = self.ended_at or self.paused_at or now
        return max(self.deadline - until, timedelta(0))

    def part(self, slug: str | None = None) -> PlannedPart:
        """Return a part by its name, or else the one opened last. Raises `UsageError`."""
        slugs = [part.slug for part in self.parts]
        wanted = slug or self.current
        if wanted not in slugs:
            raise UsageError(f"{wanted} is no part of this round; its parts: {', '.join(slugs)}")
        return self.parts[slugs.index(wanted)]

    def has(self, slug: str) -> bool:
        """Whether a problem is a part of the round."""
        return _has(self.parts, slug)

    def next_part(self) -> PlannedPart | None:
        """Return the first part that was not opened yet."""
        return next((part for part in self.parts if part.slug not in self.opened), None)

    def of_part(self, slug: str, *kinds: str) -> list[Event]:
        """Return what was done on a part in time, of some kinds or of all, in order."""
        return [
            event
            for event in self.events
            if event.problem == slug and (not kinds or event.kind in kinds) and self.counts(event)
        ]

    def counts(self, event: Event) -> bool:
        """Whether something began by the deadline and before the end."""
        return began(event) <= min(self.deadline, self.ended_at or self.deadline)

    def phase(self, slug: str) -> Phase:
        """Return what is next in a part; writing or mending tests begins with the code."""
        if slug not in self.opened:
            return Phase.UNOPENED
        done = self.of_part(slug)
        kinds = {event.kind for event in done}
        if any(event.kind == "submit" and event.verdict == "AC" for event in done):
            return Phase.DISCUSS
        coded = bool(kinds & {"round_approach", "run", "submit"})
        if coded or self.part(slug).kind is not PartKind.PROBLEM:
            return Phase.CODE
        return Phase.PLAN if "round_example" in kinds else Phase.CLARIFY

    def to_json(self, now: datetime) -> dict[str, Any]:
        """Return the round as a JSON object, as it is now; a part not opened yet has null there."""
        return {
            "id": self.id,
            "state": self.state(now).value,
            "started_at": iso(self.started_at),
            "deadline": iso(self.deadline),
            "now": iso(now),
            "parts": [
                {
                    "slug": part.slug,
                    "kind": part.kind.value,
                    "minutes": part.minutes,
                    "must": part.must,
                    "opened": iso(at) if (at := self.opened.get(part.slug)) else None,
                }
                for part in self.parts
            ],
        }

    def clock_moved(self, now: datetime, boot: Boot | None) -> bool:
        """Whether the wall clock was set since the start, as far as this machine can tell."""
        slack = timedelta(seconds=CLOCK_SLACK)
        if any(event.at > now + slack for event in self.events):
            return True
        if boot is None or self.boot is None or boot.name != self.boot.name:
            return False
        passed = timedelta(seconds=boot.seconds - self.boot.seconds)
        return abs(now - self.started_at - passed) > slack


def courses_of(events: Iterable[Event]) -> list[Course]:
    """Return the rounds among events, the earliest first; events come in the order of `at`."""
    named = sorted((event for event in events if event.round), key=lambda one: one.round or "")
    grouped = (course_of(list(group)) for _, group in groupby(named, key=lambda one: one.round))
    return sorted((one for one in grouped if one is not None), key=lambda one: one.started_at)


def course_of(events: Sequence[Event]) -> Course | None:
    """Return the round that its events tell, in the order of `at`; None where none tells it."""
    start = next((event for event in events if event.kind == START), None)
    # An imported id is no name of a file unless it looks like one of ours.
    if start is None or start.round is None or not _ID.fullmatch(start.round):
        return None
    parts = _parts(start.facts.get("parts"))
    minutes, seed = (_number(start.facts.get(name)) for name in ("minutes", "seed"))
    end = next((event for event in events if event.kind == END), None)
    # The start opens the first part.
    current = parts[0].slug if parts else None
    opened = {current: start.at} if current is not None else {}
    for event in events:
        if event.kind == OPEN and event.problem is not None and _has(parts, event.problem):
            current = event.problem
            opened.setdefault(current, event.at)
    try:
        clock = clock_of(start, [event for event in events if event is not start])
    except OverflowError:  # an imported moment at the very end of what there is
        return None
    return Course(
        id=start.round,
        started_at=start.at,
        minutes=minutes,
        seed=seed,
        parts=parts,
        deadline=clock.deadline or start.at,
        opened=opened,
        current=current,
        paused_at=clock.since,
        ended_at=end.at if end else None,
        reason=str(end.facts.get("reason")) if end else None,
        boot=_boot(start.facts.get("boot")),
        events=tuple(events),
    )


def unfinished(rounds: Sequence[Course]) -> Course | None:
    """Return the newest round without an end."""
    return next((one for one in reversed(rounds) if one.ended_at is None), None)


def minutes_words(left: timedelta) -> str:
    """Return a time that is left, in whole minutes or, in the last one, in seconds."""
    seconds = round(left.total_seconds())
    return f"{seconds // 60} min" if seconds >= 60 else f"{seconds} s"


def iso(at: datetime) -> str:
    """Return a moment as events write it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _has(parts: Iterable[PlannedPart], slug: str) -> bool:
    return any(part.slug == slug for part in parts)


def _parts(listed: object) -> tuple[PlannedPart, ...]:
    """Return the parts of a start; what is none of ours is left out."""
    found = []
    for one in listed if isinstance(listed, list) else []:
        if isinstance(one, dict) and isinstance(one.get("slug"), str):
            kind = one.get("kind")
            known = kind if kind in {known.value for known in PartKind} else PartKind.PROBLEM
            minutes = _number(one.get("minutes"))
            found.append(
                PlannedPart(one["slug"], PartKind(known), minutes, one.get("must") is True)
            )
    return tuple(found)


def _boot(told: object) -> Boot | None:
    if not isinstance(told, dict):
        return None
    name, seconds = told.get("name"), number(told.get("seconds"))
    if not isinstance(name, str) or seconds is None or not 0 <= seconds < MOST_UPTIME:
        return None
    return Boot(name, seconds)


def _number(value: object) -> int:
    return value if type(value) is int else 0
