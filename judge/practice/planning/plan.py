"""How far a person is in a study plan, and what is next.

Pure: a plan, the events and today give the same answer always.
"""

import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from judge import __version__
from judge.practice.curriculum.weeks import Plan, Week
from judge.practice.event import Event, new_event
from judge.practice.evidence.days import day_of
from judge.practice.past import HELP
from judge.practice.repetition.review import JUDGED
from judge.records import dataclass, replace
from judge.verdict import Verdict

T = TypeVar("T")

MOST_EVENINGS = 7
WEEK = timedelta(days=7)
#: What makes a day one of practice, for the share of the next one.
WORK = HELP | {"submit", "question", "round_end"}


@dataclass(frozen=True, slots=True)
class Beginning:
    """When a person began a plan, and how many evenings a week they have."""

    name: str
    day: date
    evenings: int

    def week_of(self, today: date) -> int:
        """Return the number of a day's week, from 1; 0 and less before the first."""
        return (today - self.day) // WEEK + 1


@dataclass(frozen=True, slots=True)
class WeekDone:
    """How far a person is in one week of a plan: what of it is done, and what is left."""

    number: int
    week: Week
    done: Week
    left: Week

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return not (self.left.problems or self.left.questions or self.left.rounds)


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next in a plan: a `problem`, a `question` or a `round`; a round has no name."""

    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands on a day.

    `number` is that of the week: below 1 before the first one, beyond the last when all are over,
    and 1 for who has not begun. `shown` is the week that counts then. `evening` is how many things
    of it an evening takes, 0 where nothing is left.
    """

    plan: Plan
    start: Beginning | None
    number: int
    weeks: tuple[WeekDone, ...]
    evening: int
    next: Step | None

    @property
    def shown(self) -> WeekDone:
        return self.weeks[min(max(self.number, 1), len(self.weeks)) - 1]


def stand(plan: Plan, events: Sequence[Event], today: date) -> Standing:
    """Return where a person stands in a plan."""
    start = begun(events)
    number, weeks = start.week_of(today) if start else 1, tuple(progress(plan, events))
    standing = Standing(plan, start, number, weeks, 0, next_step(plan, events, today))
    if start is None or not 1 <= number <= len(weeks):
        return standing
    left = standing.shown.left
    count = len(left.problems) + len(left.questions) + left.rounds
    return replace(standing, evening=share(count, start, events, today))


def begun(events: Iterable[Event]) -> Beginning | None:
    """Return how the plan was begun last; None where it never was."""
    found = None
    for event in events:
        if event.kind == "plan":
            found = _beginning(event) or found
    return found


def _beginning(event: Event) -> Beginning | None:
    """Return what an event says; None for facts that no command of ours writes."""
    name, evenings, day = (event.facts.get(fact) for fact in ("name", "evenings", "date"))
    if not isinstance(name, str) or type(evenings) is not int or not isinstance(day, str):
        return None
    try:
        return Beginning(name, date.fromisoformat(day), min(max(evenings, 1), MOST_EVENINGS))
    except ValueError:
        return None


def plan_event(start: Beginning, *, now: datetime | None = None) -> Event:
    """Return the event of a plan that is begun; the day may be another than that of the event."""
    facts = {"name": start.name, "evenings": start.evenings, "date": start.day.isoformat()}
    return new_event("plan", now=now, facts=facts, judge=__version__)


def fresh(plan: Plan, events: Sequence[Event], today: date) -> list[str]:
    """Return the problems that are not begun yet, in the order in which they are worth doing.

    Those of this week come first, then what is left of earlier weeks, then what comes later. A
    plan that was never begun is in its first week.
    """
    touched = {event.problem for event in events if begins(event)}
    weeks = _this_week_first(plan.weeks, begun(events), today)
    return [slug for week in weeks for slug in week.problems if slug not in touched]


def begins(event: Event) -> bool:
    """Whether an event makes a problem one that is reviewed."""
    if event.kind == "submit":
        return event.verdict in JUDGED
    return event.kind in HELP


def next_step(plan: Plan, events: Sequence[Event], today: date) -> Step | None:
    """Return the first thing of the plan that is new; None where there is nothing.

    Within a week problems and questions go on side by side, and rounds come last. A problem that
    was begun and not solved is a review, not new.
    """
    new = set(fresh(plan, events, today))
    for one in _this_week_first(progress(plan, events), begun(events), today):
        problems = [slug for slug in one.left.problems if slug in new]
        questions = one.left.questions
        behind = _part(problems, one.week.problems) < _part(questions, one.week.questions)
        if questions and (behind or not problems):
            return Step("question", questions[0])
        if problems:
            return Step("problem", problems[0])
        if one.left.rounds:
            return Step("round")
    return None


def what_else(plan: Plan, events: Sequence[Event], today: date) -> list[Step]:
    """Return the first question and the first problem of the plan that are new, where there are."""
    weeks = _this_week_first(progress(plan, events), begun(events), today)
    questions = [Step("question", id_) for week in weeks for id_ in week.left.questions]
    problems = [Step("problem", slug) for slug in fresh(plan, events, today)]
    return questions[:1] + problems[:1]


def _part(left: Sequence[str], names: Sequence[str]) -> float:
    """Return the part of a week's things that is left."""
    return len(left) / len(names) if names else 0.0


def _this_week_first(weeks: Sequence[T], start: Beginning | None, today: date) -> list[T]:
    """Return this week, then earlier ones, then later ones."""
    current = min(max(start.week_of(today) if start else 1, 1), len(weeks)) - 1
    return [weeks[current], *weeks[:current], *weeks[current + 1 :]]


def progress(plan: Plan, events: Sequence[Event]) -> list[WeekDone]:
    """Return how far a person is in each week of a plan.

    A problem is done once it was accepted, here or by an import, a question once it was answered,
    whenever that was. Rounds count from the day on which the plan was begun, and fill the weeks in
    their order.
    """
    accepted = (one for one in events if one.verdict == Verdict.ACCEPTED)
    solved = {one.problem for one in accepted if one.kind in {"submit", "import"}}
    answered = {str(one.facts.get("id")) for one in events if one.kind == "question"}
    start = begun(events)
    rounds = sum(
        one.kind == "round_end" and (start is None or day_of(one) >= start.day) for one in events
    )
    found = []
    for number, week in enumerate(plan.weeks, 1):
        held = min(rounds, week.rounds)
        rounds -= held
        done, left = (
            Week(
                week.title,
                tuple(slug for slug in week.problems if (slug in solved) is wanted),
                tuple(one for one in week.questions if (one in answered) is wanted),
                held if wanted else week.rounds - held,
            )
            for wanted in (True, False)
        )
        found.append(WeekDone(number, week, done, left))
    return found


def share(left: int, start: Beginning, events: Iterable[Event], today: date) -> int:
    """Return how many of the things left in this week an evening has to take.

    The evenings left are those of the week that were not used before today, but no more than it
    has days left.
    """
    monday = start.day + WEEK * (start.week_of(today) - 1)
    used = {day_of(event) for event in events if event.kind in WORK}
    before = sum(monday <= day < today for day in used)
    days = (monday + WEEK - today).days
    return math.ceil(left / max(1, min(start.evenings - before, days)))
