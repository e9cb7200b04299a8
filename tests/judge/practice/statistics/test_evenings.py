"""The days of practice: how long, and how many in a row."""

from datetime import date, timedelta

import pytest

from judge.practice import Evenings, evenings_of, weeks_before
from tests.judge.practice.happened import AC, EVENING, at

TODAY = date(2026, 11, 2)
DAY = timedelta(days=1)


def on(*days: int) -> Evenings:
    """Return the days of practice with a submission so many days ago each."""
    return evenings_of([at(0, *AC, day=EVENING - days * DAY) for days in days], TODAY)


@pytest.mark.parametrize(
    ("days", "row", "longest"),
    [
        ((), 0, 0),
        ((0,), 1, 1),
        ((1, 2), 2, 2),
        ((0, 1, 2, 9, 10), 3, 3),
        ((2, 3, 4), 0, 3),
        ((0, 5, 6, 6), 1, 2),
        ((-1, -2), 0, 0),
    ],
)
def test_days_in_a_row(days: tuple[int, ...], row: int, longest: int) -> None:
    """A day that is not over yet breaks no row; one that has not come is in none."""
    found = on(*days)
    assert (found.row, found.longest) == (row, longest)
    assert list(found.minutes) == sorted({TODAY - day * DAY for day in days if day >= 0})


def test_minutes_are_those_between_events_of_any_problem() -> None:
    """Breaks left out; an evening past midnight is one."""
    events = [
        at(0, "show"),
        at(10, "run", problem="two-sum"),
        at(25, *AC),
        at(300, "start"),
        at(312, *AC),
    ]
    assert evenings_of(events, TODAY).minutes == {TODAY: 37}


@pytest.mark.parametrize("kind", ["show", "plan", "flag", "import"])
def test_to_look_is_no_practice(kind: str) -> None:
    assert evenings_of([at(0, kind)], TODAY) == Evenings({})


def test_weeks_are_whole_and_end_with_this_one() -> None:
    weeks = weeks_before(date(2026, 11, 4), 12)
    days = [day for week in weeks for day in week]
    assert (days[0], days[-1], len(days)) == (date(2026, 8, 17), date(2026, 11, 8), 84)
    assert days == sorted(set(days))
