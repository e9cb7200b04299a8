"""The study plan: its data, and what follows from it, the events and today."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from judge.practice import Event, ShippedError, day_of, local_day, new_event, reviews
from judge.practice.curriculum.weeks import Plan, Week, load_plan
from judge.practice.planning.plan import (
    Beginning,
    Step,
    begun,
    fresh,
    next_step,
    plan_event,
    progress,
    share,
    stand,
    what_else,
)
from judge.verdict import Verdict

ROOT = Path(__file__).resolve().parents[4]
MONDAY = date(2026, 11, 30)
PLAN = Plan(
    "small",
    "Small",
    (Week("one", ("a", "b"), ("q",)), Week("two", ("c", "d")), Week("three", rounds=2)),
)


def event(kind: str, day: int = 0, **values: Any) -> Event:
    """Return an event of the evening of a day of the plan."""
    at = datetime(2026, 11, 30, 19, tzinfo=UTC) + timedelta(days=day)
    return new_event(kind, now=at, **values)


def started(day: date = MONDAY, **facts: object) -> Event:
    return event("plan", facts={"name": "small", "date": day.isoformat(), "evenings": 4, **facts})


def test_the_shipped_plan_places_every_package_once() -> None:
    """A package without a place would never be asked for; the loader refuses two places."""
    plan = load_plan()
    slugs = {folder.parent.name for folder in (ROOT / "problems").glob("*/problem.toml")}
    assert {slug for week in plan.weeks for slug in week.problems} == slugs
    assert max(len(week.title) for week in plan.weeks) <= 60  # a line of a terminal
    assert [week.rounds > 0 for week in plan.weeks] == [False] * 6 + [True]
    within = plan.within(slugs)
    assert {slug for week in within.weeks for slug in week.problems} == slugs
    assert [week.questions for week in within.weeks] == [week.questions for week in plan.weeks]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title = 1\nweeks = []", "bad.toml: title: does not fit. Write a text"),
        ("title = 'T'\nmore = 1\nweeks = [{}]", "bad.toml: more: is unknown"),
        ("title = 'T'\nweeks = [{}]", "bad.toml: week 1: title: is missing"),
        ("title = 'T'\n[[weeks]]\ntitle = 'W'\nrounds = true", "week 1: rounds: does not fit"),
        ("title = 'T'\n[[weeks]]\ntitle = 'W'\nproblems = 'lca'", "week 1: problems"),
        (
            "title = 'T'\nweeks = [{title='A', problems=['x']}, {title='B', problems=['x']}]",
            "bad.toml: week 2: x: stands in week 1 already",
        ),
        ("title = ", "bad.toml: "),
    ],
)
def test_a_faulty_plan_is_refused_by_file_and_entry(text: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(text)
    with pytest.raises(ShippedError) as raised:
        load_plan("bad", tmp_path)
    assert fault in str(raised.value)


def test_a_plan_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShippedError, match=r"^none\.toml: "):
        load_plan("none", tmp_path)


def test_the_last_beginning_counts_and_a_broken_one_never() -> None:
    """Whoever begins anew keeps what is done."""
    assert begun([]) is None
    events = [
        started(),
        started(MONDAY + timedelta(days=3), evenings=99),
        started(date="someday"),
        started(evenings=True),
        event("plan"),
    ]
    assert begun(events) == Beginning("small", date(2026, 12, 3), 7)


@pytest.mark.parametrize(
    ("day", "week"), [(-8, -1), (-1, 0), (0, 1), (6, 1), (7, 2), (13, 2), (14, 3), (100, 15)]
)
def test_a_week_has_seven_days_from_the_beginning(day: int, week: int) -> None:
    assert Beginning("small", MONDAY, 4).week_of(MONDAY + timedelta(days=day)) == week


@pytest.mark.parametrize(
    ("day", "order"),
    [(-1, "abcd"), (0, "abcd"), (6, "abcd"), (7, "cdab"), (14, "abcd"), (900, "abcd")],
)
def test_what_is_fresh_begins_with_this_week(day: int, order: str) -> None:
    """Then comes what was left, then what comes later; a plan long over has all left."""
    assert "".join(fresh(PLAN, [started()], MONDAY + timedelta(days=day))) == order
    assert fresh(PLAN, [], MONDAY + timedelta(days=day)) == [*"abcd"]


@pytest.mark.parametrize(
    ("kind", "left"),
    [("submit", "bcd"), ("hint", "bcd"), ("solutions", "bcd"), ("run", "abcd"), ("show", "abcd")],
)
def test_a_problem_is_begun_by_what_makes_a_review(kind: str, left: str) -> None:
    """So each is either fresh or reviewed: none is lost between, none is asked twice."""
    assert "".join(fresh(PLAN, [event(kind, problem="a", verdict="WA")], MONDAY)) == left


@pytest.mark.parametrize("verdict", [*Verdict, None])
def test_whatever_is_not_fresh_is_reviewed(verdict: Verdict | None) -> None:
    """A fault of the judge's own begins nothing."""
    events = [event(kind, problem="a", verdict=verdict) for kind in ("submit", "round_open")]
    reviewed = {one.problem for one in reviews(events, {})}
    assert set(fresh(PLAN, events, MONDAY)) == {*"abcd"} - reviewed


def test_progress_tells_what_is_done_and_left_week_by_week() -> None:
    """A failed submission begins a problem and does not end it."""
    events = [
        event("round_end", -1),
        event("import", -9, problem="b", verdict="AC"),
        started(),
        event("submit", problem="a", verdict="WA"),
        event("question", facts={"id": "q"}),
        event("round_end"),
    ]
    one, two, three = progress(PLAN, events)
    assert (one.done, one.left) == (Week("one", ("b",), ("q",)), Week("one", ("a",)))
    assert (two.done.problems, two.left.problems) == ((), ("c", "d"))
    assert (three.done.rounds, three.left.rounds) == (1, 1)
    assert not any(week.is_done for week in (one, two, three))
    events += [event("submit", problem="a", verdict="AC"), event("round_end", 1)]
    one, _, three = progress(PLAN, events)
    assert one.is_done
    assert three.is_done


@pytest.mark.parametrize(
    ("worked", "today", "each"),
    [
        ([], 0, 3),
        ([0], 0, 3),  # what is done today is of this evening
        ([0], 1, 4),
        ([0, 1], 2, 5),
        ([], 6, 10),  # one day is left, whatever was planned
        ([0, 1, 2, 3], 4, 10),
        ([-1], 0, 3),  # an evening of the week before
    ],
)
def test_an_evenings_share_grows_with_what_was_missed(
    worked: list[int], today: int, each: int
) -> None:
    """Ten things in a week of four evenings."""
    events = [event("submit", day, problem="a", verdict="AC") for day in worked]
    start = Beginning("small", MONDAY, 4)
    assert share(10, start, events, MONDAY + timedelta(days=today)) == each
    assert share(0, start, events, MONDAY + timedelta(days=today)) == 0


@pytest.mark.parametrize(
    ("events", "day", "step"),
    [
        ([], 0, Step("problem", "a")),
        ([event("submit", problem="a", verdict="WA")], 0, Step("question", "q")),
        (
            [event("submit", problem="a", verdict="AC"), event("question", facts={"id": "q"})],
            0,
            Step("problem", "b"),
        ),
        ([], 7, Step("problem", "c")),
        ([], 14, Step("round")),
        ([event("round_end", 14), event("round_end", 14)], 14, Step("problem", "a")),
    ],
)
def test_problems_and_questions_of_a_week_go_on_side_by_side(
    events: list[Event], day: int, step: Step
) -> None:
    """What is further behind comes first; this week's before what was left of earlier ones."""
    assert next_step(PLAN, [started(), *events], MONDAY + timedelta(days=day)) == step


def test_what_else_there_is_are_a_question_and_a_problem() -> None:
    """Of whatever week, the first that is new."""
    assert what_else(PLAN, [], MONDAY) == [Step("question", "q"), Step("problem", "a")]
    events = [event("question", facts={"id": "q"}), started()]
    assert what_else(PLAN, events, MONDAY + timedelta(days=8)) == [Step("problem", "c")]
    events += [event("submit", problem=slug, verdict="AC") for slug in "abcd"]
    assert what_else(PLAN, events, MONDAY) == []


def test_a_plan_that_is_done_has_no_next_step() -> None:
    """A problem that was tried and not solved is a review, and nothing new."""
    events = [event("submit", problem=slug, verdict="WA") for slug in "abcd"]
    events += [event("question", facts={"id": "q"}), event("round_end"), event("round_end")]
    assert next_step(PLAN, [started(), *events], MONDAY) is None


@pytest.mark.parametrize(
    ("day", "number", "shown", "evening"),
    [(-7, 0, 1, 0), (0, 1, 1, 1), (6, 1, 1, 3), (14, 3, 3, 1), (21, 4, 3, 0)],
)
def test_where_a_person_stands(day: int, number: int, shown: int, evening: int) -> None:
    """Before the first week and after the last one nothing is due of an evening."""
    standing = stand(PLAN, [started()], MONDAY + timedelta(days=day))
    assert (standing.number, standing.shown.number, standing.evening) == (number, shown, evening)
    assert stand(PLAN, [], MONDAY).start is None


def test_the_event_of_a_beginning_is_read_back() -> None:
    beginning = Beginning("small", MONDAY, 3)
    written = plan_event(beginning)
    assert written.facts == {"name": "small", "evenings": 3, "date": "2026-11-30"}
    assert begun([written]) == beginning


def test_an_evening_that_passes_midnight_is_one_day() -> None:
    """By the local time of the event itself: it was 03:59 and 04:00 in Tokyo."""
    late = datetime.fromisoformat("2026-12-01T03:59:00+09:00")
    assert day_of(new_event("run", now=late)) == MONDAY
    assert day_of(new_event("run", now=late + timedelta(minutes=1))) == date(2026, 12, 1)


def test_a_moment_at_the_end_of_time_has_a_day() -> None:
    """Events are imported from files that anybody can write."""
    ends = datetime(1, 1, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    days = [local_day(at, offset) for at in ends for offset in (-1440, 1440)]
    assert days == [date.min, date.min, date(9999, 12, 30), date.max]
