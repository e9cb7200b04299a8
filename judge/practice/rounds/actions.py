"""What a person does in a round, as the events that are kept of it.

Whoever calls these keeps the event in the history; nothing here touches a file.
"""

import hashlib
import secrets
import time
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from judge import __version__
from judge.errors import UsageError
from judge.practice.event import Event, new_event
from judge.practice.evidence.clock import began
from judge.practice.history import digest_of
from judge.practice.recorded import Facts, Given, kept_input, moment_text
from judge.practice.rounds.course import (
    END,
    OPEN,
    PAUSE,
    RESUME,
    START,
    Boot,
    Course,
    PlannedPart,
    RoundState,
    courses_of,
    iso,
    unfinished,
)
from judge.problems import Problem, Question
from judge.submission import Submission

#: What a person writes is kept up to so many characters.
MOST_TEXT = 20_000
MOST_LABEL = 200
#: Events that hold a text for a part.
TEXTS = ("run", "submit", "draft")
#: Events that are work on a part, which opens it.
WORK = ("start", "run", "submit", "bench", "replay", "hint", "editorial", "solutions")
_STATES = {
    RoundState.RUNNING: "running",
    RoundState.PAUSED: "paused",
    RoundState.OVER: "over",
    RoundState.ENDED: "over",
}


def started(
    parts: Sequence[PlannedPart], *, minutes: int, seed: int, now: datetime, boot: Boot | None
) -> Event:
    """Return the start of a round, which opens its first part."""
    number = secrets.token_hex(16)
    facts: dict[str, Any] = {
        "minutes": minutes,
        "parts": [
            {"slug": one.slug, "kind": one.kind.value, "minutes": one.minutes, "must": one.must}
            for one in parts
        ],
        "seed": seed,
        "deadline": iso(now + timedelta(minutes=minutes)),
    }
    if boot is not None:
        facts["boot"] = {"name": boot.name, "seconds": round(boot.seconds, 1)}
    return new_event(START, now=now, id=number, round=number, facts=facts)


def act(
    one: Course, kind: str, slug: str | None, now: datetime, facts: dict[str, Any] | None = None
) -> Event:
    """Return something that is done now, in a part or in the round as a whole."""
    return new_event(kind, now=now, round=one.id, problem=slug, facts=facts or {})


def asked(
    one: Course, slug: str, problem: Problem, text: str, now: datetime
) -> tuple[Event, Question | None]:
    """Return a clarifying question as an event, and the package's question that it asks."""
    found = problem.interview.question_in(text)
    facts = {
        "text": _kept(text, "the question"),
        "matched": found.ask if found is not None else None,
        "crucial": found is not None and found.crucial,
    }
    return act(one, "round_ask", slug, now, facts), found


def approached(
    one: Course, slug: str, text: str, took: tuple[str | None, str | None], now: datetime
) -> Event:
    """Return an approach as an event; `took` are the time and the space that it names."""
    spent, space = (None if label is None else label.strip()[:MOST_LABEL] for label in took)
    facts = {"text": _kept(text, "the approach"), "time": spent, "space": space}
    return act(one, "round_approach", slug, now, facts)


def example_facts(arguments: dict[str, Any], predicted: Any, *, right: bool | None) -> Facts:
    """Return the facts of a predicted example; `right` is None outside the constraints."""
    given, answer = kept_input(arguments), kept_input(predicted)
    return {"arguments": given, "predicted": answer, "right": right}


def answered(one: Course, slug: str, question: str, text: str, now: datetime) -> Event:
    """Return the answer to a follow-up as an event."""
    facts = {"question": question, "text": _kept(text, "the answer")}
    return act(one, "round_answer", slug, now, facts)


def open_question(one: Course, slug: str, problem: Problem) -> str | None:
    """Return the first follow-up of a part that was not answered yet."""
    done = {event.facts.get("question") for event in one.of_part(slug, "round_answer")}
    asked = (pair.question for pair in problem.interview.follow_ups if pair.question)
    return next((question for question in asked if question not in done), None)


def paused(one: Course, now: datetime) -> Event:
    """Return the beginning of a pause. Raises `UsageError` where the clock does not run."""
    state = one.state(now)
    if state is not RoundState.RUNNING:
        raise UsageError(f"the round is {_STATES[state]}: there is nothing to pause")
    return act(one, PAUSE, None, now)


def resumed(one: Course, now: datetime) -> Event:
    """Return the end of a pause. Raises `UsageError` where there is none."""
    if one.state(now) is not RoundState.PAUSED:
        raise UsageError("the round is not paused")
    return act(one, RESUME, None, now)


def ended(one: Course, now: datetime, reason: str) -> Event:
    """Return the end of a round: `finished` by the person, or by the `deadline`.

    Its id is the same whoever writes it, so that two commands at once end a round once.
    """
    number = hashlib.sha256(f"{one.id} end".encode()).hexdigest()[:32]
    return new_event(END, now=now, id=number, round=one.id, facts={"reason": reason})


def last_texts(one: Course) -> list[Event]:
    """Return of each open part the newest text that the judge was given in time, as its event.

    One that was submitted already is left out: it has its verdict.
    """
    found = []
    for part in one.parts:
        given = [event for event in one.of_part(part.slug, *TEXTS) if event.source]
        sent = {event.source for event in given if event.kind == "submit"}
        last = max(given, key=began, default=None)
        if part.slug in one.opened and last is not None and last.source not in sent:
            found.append(last)
    return found


def drafted(slug: str, version: str, text: bytes, began: float) -> Event:
    """Return a text that stood in an editor then, in seconds since 1970, as an event."""
    facts = {"began": moment_text(began), "bytes": len(text)}
    return new_event(
        "draft",
        problem=slug,
        version=version,
        source=digest_of(text),
        facts=facts,
        judge=__version__,
    )


def is_newest(one: Course, event: Event) -> bool:
    """Whether a text of a part was given in time, and later than any other one."""
    given = one.of_part(event.problem or "", *TEXTS)
    last = max((told for told in given if told.source), key=began, default=None)
    newer = last is None or (last.source != event.source and began(last) < began(event))
    return event.problem in one.opened and one.counts(event) and newer


def last_text_id(one: Course, slug: str) -> str:
    """Return the id of the submission of a part's last text: it is judged once."""
    return hashlib.sha256(f"{one.id} {slug}".encode()).hexdigest()[:32]


def last_given(one: Course, given: Event, submission: Submission) -> Given:
    """Return the last text of a part, which was `given` to the judge then, as it is judged now."""
    slug = given.problem or ""
    moment, number = began(given).timestamp(), last_text_id(one, slug)
    return Given(kind="submit", problem=slug, submission=submission, began=moment, id=number)


def opened_by(event: Event, events: Iterable[Event]) -> Event | None:
    """Return the opening of a part that work on it is, if it was not open when that began.

    Its id is the same for every work on that part, so that two processes open it once.
    """
    one, moment = unfinished(courses_of(events)), began(event)
    if one is None or event.problem is None or not one.has(event.problem):
        return None
    before = one.opened.get(event.problem)
    if event.kind not in WORK or (before is not None and before <= moment):
        return None
    if moment < one.started_at or not one.is_on(moment):
        return None
    number = hashlib.sha256(f"{one.id} {event.problem} open".encode()).hexdigest()[:32]
    return event._replace(
        id=number, at=moment, kind=OPEN, round=one.id, source=None, verdict=None, facts={}
    )


def with_round(event: Event, events: Iterable[Event]) -> Event:
    """Return an event with its round, where it is about a part of the one that goes on.

    A submission also says whether the clock was moved since the round began.
    """
    one = unfinished(courses_of(events))
    if one is None or event.problem is None or not one.has(event.problem):
        return event
    facts = event.facts
    if event.kind == "submit" and one.clock_moved(event.at, this_boot()):
        facts = {**facts, "clock_moved": True}
    return event._replace(round=one.id, facts=facts)


def this_boot() -> Boot | None:
    """Return how long this machine has run; None where it does not say (proc(5), Linux)."""
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:  # noqa: PTH123 - as short
            name = file.read(64).strip()
        # Unlike CLOCK_MONOTONIC it goes on while the machine sleeps: clock_gettime(2).
        return Boot(name, time.clock_gettime(time.CLOCK_BOOTTIME))
    except (OSError, ValueError, AttributeError):
        return None


def _kept(text: str, what: str) -> str:
    """Return a text without blanks around it. Raises `UsageError` where nothing is left."""
    short = text.strip()[:MOST_TEXT]
    if not short:
        raise UsageError(f"{what} is empty")
    return short
