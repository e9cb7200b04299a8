"""When a problem is due again: FSRS on reviews, by local day.

Pure: the same events, difficulties and today give the same answer always. Nothing of a schedule
is stored. This is the one module that imports fsrs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import fsrs

from judge.practice.event import Event
from judge.practice.evidence.days import day_of
from judge.practice.repetition.review import Rating, Review, reviews
from judge.records import dataclass

#: Reviews that are asked for a day, at most.
A_DAY = 2
#: Local days differ by one around the world. What lies further ahead was dated by a wrong clock.
AHEAD = timedelta(days=1)
SCHEDULER = fsrs.Scheduler(
    learning_steps=(),
    relearning_steps=(),
    desired_retention=0.9,
    maximum_interval=180,
    enable_fuzzing=False,
)
_RATINGS = {
    Rating.AGAIN: fsrs.Rating.Again,
    Rating.HARD: fsrs.Rating.Hard,
    Rating.GOOD: fsrs.Rating.Good,
    Rating.EASY: fsrs.Rating.Easy,
}


@dataclass(frozen=True, slots=True)
class Recall:
    """When a problem is due again, and how likely it is that the person remembers it today.

    `likelihood` is between 0 and 1; `last` is the review that it was computed from last.
    """

    problem: str
    day: date
    likelihood: float
    last: Review

    def to_json(self) -> dict[str, Any]:
        """Return the recall as a JSON object."""
        return {
            "problem": self.problem,
            "due": self.day.isoformat(),
            "likelihood": round(self.likelihood, 4),
            "reviewed": self.last.day.isoformat(),
            "rating": self.last.rating.value,
            "why": self.last.why,
        }


@dataclass(frozen=True, slots=True)
class Queue:
    """The reviews of a day, each part with the least likely to be remembered first.

    `asked` are those to do today, `waiting` are due too and wait for another day, `done` were due
    and reviewed today. `later` are not due yet, the next first.
    """

    asked: tuple[Recall, ...] = ()
    waiting: tuple[Recall, ...] = ()
    done: tuple[Recall, ...] = ()
    later: tuple[Recall, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the queue as a JSON object of lists."""
        return {
            one.name: [recall.to_json() for recall in getattr(self, one.name)]
            for one in fields(self)
        }


def due(events: Iterable[Event], today: date, difficulties: Mapping[str, str]) -> Queue:
    """Return what is due on a day.

    What is asked for stays the same all day, but for what was done of it: work of the same day
    makes nothing due. Events of days that have not come are left out.
    """
    known = [event for event in events if day_of(event) - today <= AHEAD]
    rated = reviews(known, difficulties)
    now = recalls(rated, today)
    morning = recalls([one for one in rated if one.day < today], today)
    ripe = sorted((one for one in morning.values() if one.day <= today), key=_least_likely)
    reviewed = {one.problem for one in rated if one.day >= today}
    done = tuple(one for one in ripe if one.problem in reviewed)
    left = [one for one in ripe if one.problem not in reviewed]
    asked = max(0, A_DAY - len(done))
    names = {one.problem for one in left}
    later = sorted(
        (one for one in now.values() if one.problem not in names),
        key=lambda one: (one.day, one.likelihood, one.problem),
    )
    return Queue(tuple(left[:asked]), tuple(left[asked:]), done, tuple(later))


def recalls(rated: Iterable[Review], today: date) -> dict[str, Recall]:
    """Return by problem when it is due again. `rated` stand in the order of their days."""
    by_problem: dict[str, list[Review]] = {}
    for review in rated:
        by_problem.setdefault(review.problem, []).append(review)
    return {problem: _recall(problem, own, today) for problem, own in by_problem.items()}


def _recall(problem: str, rated: Sequence[Review], today: date) -> Recall:
    # Given an id, a card does not wait a millisecond to make one.
    card = fsrs.Card(card_id=0)
    for review in rated:
        card, _ = SCHEDULER.review_card(card, _RATINGS[review.rating], _noon(review.day))
    likelihood = SCHEDULER.get_card_retrievability(card, _noon(today))
    return Recall(problem, card.due.date(), likelihood, rated[-1])


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _least_likely(one: Recall) -> tuple[float, date, str]:
    return one.likelihood, one.day, one.problem
