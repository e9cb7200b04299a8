"""On which days a person practised, how long, and how many in a row. Pure."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from judge.practice.event import Event
from judge.practice.evidence.days import day_of
from judge.practice.evidence.pace import worked
from judge.records import dataclass

#: To look at something, or to set something up, is no practice.
IDLE = frozenset({"show", "plan", "flag", "import"})
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Evenings:
    """The days of practice up to today: minutes by day, only of days with any practice.

    `row` counts the days in a row up to today, or up to yesterday where today is still to come;
    `longest` is the longest row ever.
    """

    minutes: dict[date, int]
    row: int = 0
    longest: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the days of practice as a JSON object."""
        days = [{"day": day.isoformat(), "minutes": m} for day, m in self.minutes.items()]
        return {"days": days, "row": self.row, "longest": self.longest}


def evenings_of(events: Iterable[Event], today: date) -> Evenings:
    """Return on which days a person practised. Days that have not come are left out."""
    moments: dict[date, list[datetime]] = {}
    active: set[date] = set()
    for event in sorted(events, key=lambda one: one.at):
        if (day := day_of(event)) <= today:
            moments.setdefault(day, []).append(event.at)
            if event.kind not in IDLE:
                active.add(day)
    minutes = {day: round(worked(moments[day]).total_seconds() / 60) for day in sorted(active)}
    rows = dict.fromkeys(minutes, 0)
    for day in minutes:
        rows[day] = rows.get(day - DAY, 0) + 1 if day > date.min else 1
    row = rows.get(today) or rows.get(today - DAY, 0)
    return Evenings(minutes, row, max(rows.values(), default=0))


def weeks_before(today: date, count: int) -> list[list[date]]:
    """Return the days of the last weeks, this one included, each from Monday to Sunday."""
    monday = today - today.weekday() * DAY
    return [
        [monday + (7 * number + weekday) * DAY for weekday in range(7)]
        for number in range(1 - count, 1)
    ]
