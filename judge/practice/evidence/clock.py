"""The clock of a round: from its start to its deadline, moved by its pauses. Pure."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from judge.practice.event import Event, EventError, moment
from judge.practice.evidence.facts import number
from judge.records import dataclass

#: A round of more minutes has no deadline.
MOST_MINUTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Clock:
    """When a round began, when it is over, and how long it stood still.

    `deadline` is moved by the pauses that ended; a pause without an end moves nothing. None where
    nobody set one. `end` is the place of the first `round_end` among the events, and `ended` its
    moment. `paused` says that the round was paused at all, ended or not.
    """

    deadline: datetime | None
    ended: datetime | None
    end: int
    pauses: tuple[tuple[datetime, datetime], ...]
    paused: bool
    #: Since when the clock stands still; None where it runs.
    since: datetime | None = None

    def counts(self, place: int, event: Event) -> bool:
        """Whether an event began by the deadline and before the end of the round.

        One that began in the very moment of the end counts if it stands before it.
        """
        return self._before_end(place, event) and not self._after_deadline(event)

    def is_late(self, place: int, event: Event) -> bool:
        """Whether an event began after the deadline, but not after an earlier end."""
        return self._before_end(place, event) and self._after_deadline(event)

    def between(self, first: datetime, last: datetime) -> timedelta:
        """Return the time from one moment to another, less what of it was paused."""
        paused = (min(last, end) - max(first, start) for start, end in self.pauses)
        return last - first - sum((one for one in paused if one > timedelta()), timedelta())

    def _before_end(self, place: int, event: Event) -> bool:
        if self.ended is None or began(event) < self.ended:
            return True
        return began(event) == self.ended and place < self.end

    def _after_deadline(self, event: Event) -> bool:
        return self.deadline is not None and began(event) > self.deadline


def clock_of(start: Event, events: Sequence[Event]) -> Clock:
    """Return the clock of a round; `events` follow in the order of their moments."""
    deadline, pauses, paused = _deadline(start), [], False
    since: datetime | None = None
    end, ended = len(events), None
    for place, event in enumerate(events):
        if event.kind == "round_end":
            end, ended = place, event.at
            break
        if event.kind == "round_pause" and since is None:
            if deadline is None or event.at <= deadline:
                since, paused = event.at, True
        elif event.kind == "round_resume" and since is not None:
            pauses.append((since, event.at))
            deadline = deadline and _later(deadline, event.at - since)
            since = None
    return Clock(deadline, ended, end, tuple(pauses), paused, since)


def began(event: Event) -> datetime:
    """Return the moment at which an event began: a submission is recorded when it is judged."""
    return _moment(event.facts.get("began")) or event.at


def _deadline(start: Event) -> datetime | None:
    found = _moment(start.facts.get("deadline"))
    minutes = number(start.facts.get("minutes"))
    if found is not None or minutes is None or minutes > MOST_MINUTES:
        return found
    return _later(start.at, timedelta(minutes=minutes))


def _later(moment_: datetime, shift: timedelta) -> datetime:
    try:
        return moment_ + shift
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def _moment(value: object) -> datetime | None:
    """Return the moment that a fact names, or None: facts may come from anywhere."""
    try:
        return moment(value) if isinstance(value, str) else None
    except EventError:
        return None
