"""A study plan: what to do in which week, and how far a person is.

Pure: a plan, the events and today give the same answer always. The plan itself is data.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from judge.errors import Fault
from judge.practice.days import day_of
from judge.practice.event import Event
from judge.practice.shipped import Rule, ShippedError, are_texts, faults_of, is_text, read_toml
from judge.verdict import Verdict

FOLDER = Path(__file__).parent / "plans"
#: The plan of everyone who names no other.
DEFAULT = "seven-weeks"
EVENINGS = 4
MOST_EVENINGS = 7
WEEK = timedelta(days=7)
#: What makes a problem one that is begun, and so one that is reviewed.
BEGINNINGS = frozenset({"submit", "hint", "editorial"})


@dataclass(frozen=True, slots=True)
class Week:
    """One week of a plan: slugs of problems, ids of written questions, and rounds to finish."""

    title: str
    problems: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do, week by week."""

    name: str
    title: str
    weeks: tuple[Week, ...]

    def within(self, slugs: Collection[str]) -> "Plan":
        """Return the plan without the problems that are not among these."""
        kept = (
            replace(week, problems=tuple(one for one in week.problems if one in slugs))
            for week in self.weeks
        )
        return replace(self, weeks=tuple(kept))


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


def load_plan(name: str = DEFAULT, folder: Path = FOLDER) -> Plan:
    """Return a plan that the judge comes with. Raises `ShippedError`."""
    path = folder / f"{name}.toml"
    table = read_toml(path)
    faults = list(faults_of(table, _PLAN, path))
    weeks = table.get("weeks")
    if isinstance(weeks, list):
        for number, week in enumerate(weeks, 1):
            faults += faults_of(week, _WEEK, path, f"week {number}")
    if not faults:
        faults += _repeated(weeks or [], path)
    if faults:
        raise ShippedError(faults)
    return Plan(name, table["title"], tuple(map(_week, table["weeks"])))


_PLAN = {
    "title": Rule("a text", is_text),
    "weeks": Rule("weeks, as [[weeks]]", lambda value: isinstance(value, list) and bool(value)),
}
_NAMES = Rule("a list of different names", are_texts, optional=True)
_WEEK = {
    "title": Rule("a text", is_text),
    "problems": _NAMES,
    "questions": _NAMES,
    "rounds": Rule("how many rounds", lambda value: type(value) is int and value > 0, True),
}


def _repeated(weeks: Iterable[dict[str, Any]], path: Path) -> Iterable[Fault]:
    """Yield what stands in two weeks: it would be done in both at once."""
    seen: dict[tuple[str, str], int] = {}
    for number, week in enumerate(weeks, 1):
        for kind in ("problems", "questions"):
            for name in week.get(kind, ()):
                first = seen.setdefault((kind, name), number)
                if first != number:
                    reason = f"stands in week {first} already"
                    yield Fault(path.name, f"week {number}: {name}", reason, "Name it once")


def _week(table: dict[str, Any]) -> Week:
    problems, questions = (tuple(table.get(kind, ())) for kind in ("problems", "questions"))
    return Week(table["title"], problems, questions, table.get("rounds", 0))


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


def fresh(plan: Plan, events: Sequence[Event], today: date) -> list[str]:
    """Return the problems that are not begun yet, in the order in which they are worth doing.

    Those of this week come first, then what is left of earlier weeks, then what comes later. A
    plan that was never begun is in its first week.
    """
    touched = {event.problem for event in events if event.kind in BEGINNINGS}
    start = begun(events)
    current = min(max(start.week_of(today) if start else 1, 1), len(plan.weeks)) - 1
    weeks = [plan.weeks[current], *plan.weeks[:current], *plan.weeks[current + 1 :]]
    return [slug for week in weeks for slug in week.problems if slug not in touched]


def progress(plan: Plan, events: Sequence[Event]) -> list[WeekDone]:
    """Return how far a person is in each week of a plan.

    A problem is done once it was accepted, a question once it was answered, whenever that was.
    Rounds count from the day on which the plan was begun, and fill the weeks in their order.
    """
    solved = {
        one.problem for one in events if one.kind == "submit" and one.verdict == Verdict.ACCEPTED
    }
    answered = {one.facts.get("id") for one in events if one.kind == "question"}
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
    used = {day_of(event) for event in events if event.kind in BEGINNINGS | {"question"}}
    before = sum(monday <= day < today for day in used)
    days = (monday + WEEK - today).days
    return math.ceil(left / max(1, min(start.evenings - before, days)))
