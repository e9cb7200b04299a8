"""A clock that was set back between two events of an evening: what follows stays sensible."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest

from judge.practice import Event, due, evenings_of, local_today, new_event
from judge.practice.planning.proposal import propose
from judge.practice.statistics.stats import Listed, attempts_of

LEVELS = {"lca": "medium", "two-sum": "easy"}
PROBLEMS = [Listed("lca", "trees-tries", "medium"), Listed("two-sum", "arrays", "easy")]
MONDAY = datetime(2026, 11, 30, 20).astimezone()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def worked(back: timedelta) -> list[Event]:
    """Return an evening of which the clock is set back after the problem was opened and failed."""
    moments: Sequence[tuple[timedelta, str, str | None]] = [
        (timedelta(), "start", None),
        (timedelta(minutes=9), "submit", "WA"),
        (timedelta(minutes=12) - back, "hint", None),
        (timedelta(minutes=20) - back, "submit", "AC"),
    ]
    return [
        new_event(kind, now=MONDAY + after, problem="lca", verdict=verdict)
        for after, kind, verdict in moments
    ]


@pytest.mark.parametrize("today", [MONDAY - DAY, MONDAY, MONDAY + DAY, MONDAY + 9 * DAY])
@pytest.mark.parametrize("back", [HOUR, DAY])
def test_nothing_is_negative_doubled_or_in_the_past(back: timedelta, today: datetime) -> None:
    """Whether it is the day that the clock was wrong on, or a later one."""
    events, day = sorted(worked(back), key=lambda one: one.at), local_today(today)
    queue = due(events, day, LEVELS)
    parts = [*queue.asked, *queue.waiting, *queue.later]
    assert [one.problem for one in parts if one not in queue.done] == ["lca"]
    for one in parts:
        assert one.day > one.last.day
        assert 0 < one.likelihood <= 1
    found = attempts_of(events)
    assert (found.state, found.first_try) == ("solved", True), "it was the first by the clock"
    assert found.time is not None
    assert timedelta() <= found.time <= timedelta(minutes=25)
    days = evenings_of(events, day)
    assert all(0 <= minutes < 30 for minutes in days.minutes.values())
    assert all(date(2026, 11, 29) <= one <= day for one in days.minutes)
    assert 0 <= days.row <= days.longest <= 2
    proposal = propose(queue, ["lca", "two-sum"], events, PROBLEMS, day)
    assert proposal is not None
    assert "-" not in proposal.why.replace("two-sum", "")
