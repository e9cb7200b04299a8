"""When a problem is due again, held against fsrs itself event by event."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import fsrs
from hypothesis import given
from hypothesis import strategies as st

from judge.practice import Event, Queue, Rating, day_of, due, new_event, reviews

START = date(2026, 11, 2)
DAY = timedelta(days=1)
LEVELS = {"a": "easy", "b": "medium", "c": "hard"}
#: A submission that gets each rating on a day of its own.
WAYS: dict[str, tuple[str, dict[str, Any]]] = {
    "again": ("WA", {}),
    "hard": ("AC", {"growth": {"measured": "n^2", "also": [], "reference": "n"}}),
    "good": ("AC", {}),
}


def evening(day: date, rating: str, problem: str = "a", hour: int = 20, zone: int = 0) -> Event:
    """Return a submission on a day that is rated so."""
    verdict, facts = WAYS[rating]
    local = datetime.combine(day, time(hour), timezone(timedelta(hours=zone)))
    return new_event("submit", now=local, problem=problem, verdict=verdict, facts=facts)


def by_the_library(days: Sequence[tuple[date, str]], today: date) -> tuple[date, float]:
    """Return when fsrs would have a card again, and how likely it is remembered."""
    scheduler = fsrs.Scheduler(
        learning_steps=(),
        relearning_steps=(),
        desired_retention=0.9,
        maximum_interval=180,
        enable_fuzzing=False,
    )  # fmt: skip - one thought
    card = fsrs.Card(card_id=1)
    for day, rating in days:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        card, _ = scheduler.review_card(card, fsrs.Rating[rating.capitalize()], noon)
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    return card.due.date(), scheduler.get_card_retrievability(card, noon)


def everything(queue: Queue) -> dict[str, tuple[date, float]]:
    found = (*queue.asked, *queue.waiting, *queue.later)
    assert len({one.problem for one in found}) == len(found)
    return {one.problem: (one.day, one.likelihood) for one in found}


def names(queue: Queue) -> tuple[list[str], list[str], list[str]]:
    parts = (queue.asked, queue.waiting, queue.done)
    asked, waiting, done = ([one.problem for one in part] for part in parts)
    return asked, waiting, done


def test_after_each_event_the_day_is_that_of_the_library() -> None:
    """Eight reviews of one problem, the figures of fsrs after each."""
    course = ["again", "good", "good", "hard", "good", "again", "good", "good"]
    day, events, days = START, [], []
    for rating in course:
        events.append(evening(day, rating))
        days.append((day, rating))
        expected = by_the_library(days, day)
        assert everything(due(events, day, LEVELS)) == {"a": expected}
        day = expected[0]
    assert (day - START).days == 64
    assert names(due(events, day - DAY, LEVELS)) == ([], [], [])
    assert names(due(events, day, LEVELS)) == (["a"], [], [])


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.integers(0, 60),
            st.sampled_from(sorted(WAYS)),
            st.integers(4, 27),
            st.integers(-12, 14),
        ),
        max_size=30,
        unique_by=lambda one: one[:2],
    ),
    st.integers(0, 300),
)
def test_any_history_is_scheduled_as_the_library_does(
    work: list[tuple[str, int, str, int, int]], later: int
) -> None:
    """Whatever the hour, the night after midnight included, and whatever the place."""
    events, courses = [], dict[str, list[tuple[date, str]]]()
    for problem, number, rating, hour, zone in sorted(work, key=lambda one: one[1]):
        day = START + DAY * number
        night = DAY * (hour // 24)
        events.append(evening(day + night, rating, problem, hour % 24, zone))
        courses.setdefault(problem, []).append((day, rating))
    today = START + DAY * (60 + later)
    queue = due(events, today, LEVELS)
    for problem, found in everything(queue).items():
        assert found == by_the_library(courses[problem], today)
    assert len(queue.asked) <= 2
    ripe = [*queue.asked, *queue.waiting]
    assert ripe == sorted(ripe, key=lambda one: one.likelihood)
    assert all(one.day <= today for one in ripe)
    assert all(one.day > today for one in queue.later)


def test_two_reviews_a_day_are_asked_the_least_likely_first() -> None:
    """What was done of them is not asked again, and nothing takes its place."""
    events = [evening(START + DAY * n, "again", name) for n, name in enumerate("dcba")]
    today = START + 9 * DAY
    assert names(due(events, today, {})) == (["d", "c"], ["b", "a"], [])
    events.append(evening(today, "good", "c"))
    assert names(due(events, today, {})) == (["d"], ["b", "a"], ["c"])
    events.append(evening(today, "again", "b"))
    assert names(due(events, today, {})) == ([], ["d", "a"], ["c", "b"])
    tomorrow = names(due(events, today + DAY, {}))
    assert tomorrow == (["d", "a"], ["b"], [])


def test_what_was_begun_today_is_no_review() -> None:
    """A new problem takes nobody's place in the queue."""
    events = [evening(START, "again", name) for name in "ab"]
    today = START + 3 * DAY
    events += [evening(today, "again", name) for name in "cde"]
    assert names(due(events, today, {})) == (["a", "b"], [], [])


def test_a_vacation_changes_nothing_but_the_queue() -> None:
    events = [evening(START, "good", name) for name in "abc"]
    first = due(events, START + 3 * DAY, {})
    after = due(events, START + 60 * DAY, {})
    assert everything(first).keys() == everything(after).keys()
    assert [one.day for one in after.asked] == [one.day for one in first.asked]
    assert len(after.asked) == 2
    assert after.asked[0].likelihood < first.asked[0].likelihood


def test_an_interval_is_half_a_year_at_most() -> None:
    day, events = START, list[Event]()
    for _ in range(12):
        events.append(evening(day, "good"))
        (found,) = due(events, day, {}).later
        gap, day = found.day - day, found.day
    assert gap == timedelta(days=180)


def test_a_clock_that_ran_ahead_is_not_believed() -> None:
    """What it dated counts from that day on; what is known today stays due."""
    events = [evening(START, "again"), evening(START + 900 * DAY, "good")]
    assert names(due(events, START + 2 * DAY, {})) == (["a"], [], [])
    assert everything(due(events, START + 900 * DAY, {}))["a"][0] > START + 900 * DAY


def test_a_clock_that_was_set_back_leaves_the_order_of_the_moments() -> None:
    first, earlier = evening(START, "again"), evening(START - 40 * DAY, "good")
    assert due([first, earlier], START, {}) == due([earlier, first], START, {})
    assert everything(due([first, earlier], START, {}))["a"] == by_the_library(
        [(START - 40 * DAY, "good"), (START, "again")], START
    )
    ancient = [evening(date(1, 1, 2), "good"), evening(START, "good")]
    assert everything(due(ancient, START, {}))["a"][0] > START


def test_work_of_a_day_that_has_come_elsewhere_counts() -> None:
    """Whoever flies west in the evening is not asked again for what they did in the morning."""
    tokyo = evening(START + DAY, "good", zone=9, hour=9)
    assert day_of(tokyo) == START + DAY
    assert names(due([evening(START - 9 * DAY, "again"), tokyo], START, {})) == ([], [], ["a"])


def test_nothing_is_due_without_events() -> None:
    assert due([], START, LEVELS) == Queue()


def test_a_schedule_rates_the_past_by_what_is_known_now() -> None:
    """The difficulty decides how long is long: with it, the same past gets another rating."""
    slow = [
        new_event("run", now=datetime(2026, 11, 2, 18, n, tzinfo=UTC), problem="a")
        for n in range(0, 60, 10)
    ]
    slow.append(evening(START, "good", hour=19))
    assert [one.rating for one in reviews(slow, {"a": "easy"})] == [Rating.HARD]
    assert [one.rating for one in reviews(slow, {"a": "hard"})] == [Rating.GOOD]
    soon, later = (due(slow, START, {"a": level}).later[0].day for level in ("easy", "hard"))
    assert soon < later
