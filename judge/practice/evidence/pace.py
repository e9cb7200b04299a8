"""How long a person worked on a problem: the time between events, without the breaks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from judge.practice.event import Event
from judge.verdict import Verdict

#: A longer gap is a break, and counts as nothing.
BREAK = timedelta(minutes=15)
#: Minutes that a problem is made for, by its difficulty.
MINUTES: Mapping[str, int] = {"easy": 25, "medium": 40, "hard": 60}


def by_problem(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Return the events of each problem, in the order of their moments."""
    found: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda one: one.at):
        if event.problem is not None:
            found.setdefault(event.problem, []).append(event)
    return found


def is_accepted(event: Event) -> bool:
    """Whether an event is an accepted submission."""
    return event.kind == "submit" and event.verdict == Verdict.ACCEPTED


def up_to_accepted(events: Sequence[Event]) -> Sequence[Event] | None:
    """Return the events up to and with the first accepted one; None where there is none."""
    for number, event in enumerate(events, 1):
        if is_accepted(event):
            return events[:number]
    return None


def worked(moments: Iterable[datetime]) -> timedelta:
    """Return the time from the first to the last of moments in order, without breaks."""
    gaps = (later - earlier for earlier, later in pairwise(moments))
    return sum((gap for gap in gaps if gap <= BREAK), timedelta())


def time_to_accepted(events: Sequence[Event]) -> timedelta | None:
    """Return the time worked on one problem up to its first accepted submission, if there is one.

    `events` are all of that problem, in the order of their moments.
    """
    counted = up_to_accepted(events)
    return None if counted is None else worked(event.at for event in counted)
