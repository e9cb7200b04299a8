"""A round, read from its events: its parts, its clock, what came too late. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from judge.errors import JudgeError
from judge.practice.criteria.part import Part
from judge.practice.event import Event, EventError, event_of
from judge.practice.evidence.clock import Clock, clock_of
from judge.practice.evidence.facts import mapping, number, text
from judge.records import dataclass

#: What of an event is looked at, but for its facts.
LOOKED_AT = ("v", "id", "at", "kind", "problem", "round", "source", "verdict")
#: Minutes of a part by weight, where its own are unknown.
MUST, PROBLEM, OTHER = 3.0, 2.0, 1.5


class NoRoundError(JudgeError):
    """Raised for events that no `round_start` is among."""


@dataclass(frozen=True, slots=True)
class Round:
    """What was done in a round. `late` is the number of submissions begun after the deadline."""

    parts: tuple[Part, ...]
    clock: Clock
    clock_moved: bool
    late: int


def round_of(events: Iterable[Event | Mapping[str, Any]]) -> Round:
    """Return the round that began last among the events.

    Events are ordered by `at`, those of one moment as they stand. One that names another round, or
    was before the start, is not of this one. Raises `NoRoundError`, and `EventError` for a mapping
    that is no event.
    """
    ordered = sorted(_read(events), key=lambda event: event.at)
    start = next((event for event in reversed(ordered) if event.kind == "round_start"), None)
    if start is None:
        raise NoRoundError("there is no round: no event is a round_start")
    since = [event for event in ordered if event.at >= start.at and _is_of(start, event, ordered)]
    clock = clock_of(start, since)
    counted = [event for place, event in enumerate(since) if clock.counts(place, event)]
    parts = _parts(start, counted, clock)
    slugs = {part.slug for part in parts}
    late = [e for i, e in enumerate(since) if e.kind == "submit" and clock.is_late(i, e)]
    return Round(
        parts,
        clock,
        any(event.facts.get("clock_moved") is True for event in counted),
        sum(event.problem in slugs for event in late),
    )


def _is_of(start: Event, event: Event, events: Sequence[Event]) -> bool:
    """Whether an event is of this round: it names it, or it names none, or none that begins."""
    if event.kind == "round_start":
        return False
    if event.round is None or event.round in (start.round, start.id):
        return True
    other = {name for one in events if one.kind == "round_start" for name in (one.round, one.id)}
    return start.round is None and event.round not in other


def _read(events: Iterable[Event | Mapping[str, Any]]) -> list[Event]:
    """Return events, each once; what a line leaves out is filled in."""
    found: dict[tuple[object, ...], Event] = {}
    for place, one in enumerate(events):
        event = one if isinstance(one, Event) else _event(place, one)
        if event is not None:
            found.setdefault((event.id, event.kind, event.problem, event.at), event)
    return list(found.values())


def _event(place: int, one: object) -> Event | None:
    """Return the event of a line, None for one of a newer version. Raises `EventError`."""
    filled: object = one
    if isinstance(one, Mapping):
        given = {name: one[name] for name in LOOKED_AT if one.get(name) is not None}
        texts = {name: str(found) for name, found in given.items() if isinstance(found, int)}
        texts.pop("v", None)
        filled = {"v": 1, "id": f"#{place}", **given, **texts, "facts": mapping(one.get("facts"))}
    try:
        return event_of(filled)
    except EventError as error:
        raise EventError(f"event {place + 1}: {error}") from None


def _parts(start: Event, counted: Sequence[Event], clock: Clock) -> tuple[Part, ...]:
    given = [found for one in _listed(start) if text((found := mapping(one)).get("slug"))]
    opened: dict[str, datetime] = {given[0]["slug"]: start.at} if given else {}
    acting: dict[str, list[Event]] = {}
    last = given[0]["slug"] if given else None
    for event in counted:
        slug = event.problem or text(event.facts.get("part")) or last
        if event.kind == "round_open" and slug is not None:
            opened.setdefault(slug, event.at)
            last = slug
        if slug is not None:
            acting.setdefault(slug, []).append(event)
    problems = [one["slug"] for one in given if one.get("kind", "problem") == "problem"]
    return tuple(
        Part(
            one["slug"],
            text(one.get("kind")) or "problem",
            minutes,
            bool(one.get("must", one["slug"] in problems[:1])),
            opened.get(one["slug"]),
            tuple(acting.get(one["slug"], ())),
            clock,
        )
        for one, minutes in zip(given, _minutes(start, given), strict=True)
    )


def _listed(start: Event) -> list[object]:
    found = start.facts.get("parts")
    return list(found) if isinstance(found, list | tuple) else []


def _minutes(start: Event, parts: Sequence[Mapping[str, Any]]) -> list[float]:
    """Return the minutes of each part: its own, else its share of the round's by weight."""
    weights = [_weight(part) for part in parts]
    whole = number(start.facts.get("minutes")) or 60
    own = [number(part.get("minutes")) for part in parts]
    return [
        given if given is not None else whole * weight / sum(weights)
        for given, weight in zip(own, weights, strict=True)
    ]


def _weight(part: Mapping[str, Any]) -> float:
    if part.get("kind", "problem") != "problem":
        return OTHER
    return MUST if part.get("must") else PROBLEM
