"""What a day's work on a problem shows: each row of the table, and where a day ends."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from judge.practice import Event, Rating, Review, reviews
from tests.judge.practice.happened import AC, EVENING, OWN, at, growth

LEVELS = {"lca": "medium", "two-sum": "easy", "word-ladder": "hard"}


def only(*events: Event, **levels: str) -> Review:
    """Return the one review that the events make."""
    (found,) = reviews(events, {**LEVELS, **levels})
    return found


@pytest.mark.parametrize(
    ("rating", "why", "evening"),
    [
        ("again", "it was not accepted", [at(0, "submit", "WA")]),
        ("again", "it was not accepted", [at(0, "submit", "CE")]),
        ("again", "it was not accepted", [at(0, "hint", n=1, last=False)]),
        ("again", "the editorial was open", [at(0, "editorial")]),
        ("again", "the editorial was open", [at(0, "editorial"), at(5, *AC)]),
        ("again", "others' solutions were open", [at(0, "solutions"), at(5, *AC)]),
        ("again", "all hints were open", [at(0, "hint", n=1, last=True), at(5, *AC)]),
        ("hard", "the growth was n^2", [at(0, *AC, growth=growth("n^2"))]),
        ("hard", "3 submissions failed", [at(n, "submit", "WA") for n in range(3)] + [at(3, *AC)]),
        ("hard", "2 hints were open", [at(n, "hint", n=n) for n in (1, 2)] + [at(3, *AC)]),
        ("hard", "it took 84 minutes", [at(12 * n, "run") for n in range(7)] + [at(84, *AC)]),
        ("good", "it was accepted", [at(0, "start"), at(9, *AC)]),
        ("good", "it was accepted", [at(10 * n, "run") for n in range(8)] + [at(80, *AC)]),
        ("good", "it was accepted", [at(n, "submit", "WA") for n in range(2)] + [at(2, *AC)]),
        ("good", "it was accepted", [at(n, "submit", "CE") for n in range(9)] + [at(9, *AC)]),
        ("good", "it was accepted", [at(0, "hint", n=1), at(0, "hint", n=1), at(2, *AC)]),
        ("good", "it was accepted", [at(0, "run", **OWN), at(1, "submit", "WA"), at(2, *AC)]),
        ("good", "it was accepted", [at(0, "run", **OWN), at(1, "submit", "CE"), at(2, *AC)]),
        ("good", "it was accepted", [at(0, "run", **OWN), at(1, "hint", n=1), at(2, *AC)]),
        ("good", "it was accepted", [at(7 * n, "run", **OWN) for n in range(3)] + [at(21, *AC)]),
        ("good", "it was accepted", [at(0, "run", own=False), at(1, *AC)]),
        ("good", "it was accepted", [at(0, "run", own=True, valid=False), at(1, *AC)]),
        ("good", "it was accepted", [at(0, *AC), at(1, "run", **OWN)]),
        ("easy", "it was accepted at once", [at(0, "run", **OWN), at(1, *AC)]),
        (
            "easy",
            "it was accepted at once",
            [at(0, "run", **OWN), at(1, "submit", "IE"), at(2, *AC)],
        ),
        ("easy", "it was accepted at once", [at(0, "run", **OWN), at(14, "run"), at(20, *AC)]),
        ("easy", "it was accepted at once", [at(0, "round_example", right=False), at(9, *AC)]),
    ],
)  # fmt: skip - a table
def test_an_evening_is_rated(rating: str, why: str, evening: list[Event]) -> None:
    """The first row that fits decides, from Again to Easy."""
    assert only(*evening) == Review("lca", date(2026, 11, 2), Rating(rating), why)


@pytest.mark.parametrize(
    ("measured", "rating"),
    [
        (growth("n log n"), "hard"),
        (growth("n"), "easy"),
        (growth("1"), "easy"),
        (growth("n^2", "n"), "easy"),
        (growth("n^2", "n^3"), "hard"),
        (growth("2^n", reference="n^3"), "hard"),
        (growth("n^2", reference="n!"), "easy"),
        (growth("n + m"), "easy"),
        ({"measured": None, "also": [], "reference": "n"}, "easy"),
        ({"measured": "n^2"}, "easy"),
        ({"measured": 7, "also": 7, "reference": []}, "easy"),
        (["n^2"], "easy"),
        (None, "easy"),
    ],
)
def test_growth_that_was_not_measured_is_not_worse(measured: object, rating: str) -> None:
    """Nor is what cannot be compared, nor what the measurement could not tell from as good."""
    assert only(at(0, "run", **OWN), at(1, *AC, growth=measured)).rating == rating


def test_the_growth_of_the_last_accepted_submission_counts() -> None:
    """Whoever mends it the same evening has mended it."""
    mended = at(0, *AC, growth=growth("n^2")), at(9, *AC, growth=growth("n"))
    assert only(*mended).rating == "good"
    assert only(*reversed(mended)).rating == "good"


def test_what_fails_after_the_accepted_submission_is_no_failure() -> None:
    assert only(at(0, *AC), *(at(n, "submit", "TLE") for n in range(1, 9))).rating == "good"


@pytest.mark.parametrize(
    ("problem", "minutes", "rating"),
    [
        ("two-sum", 50, "good"),
        ("two-sum", 51, "hard"),
        ("word-ladder", 120, "good"),
        ("word-ladder", 121, "hard"),
        ("unknown", 500, "good"),
        ("two-sum", 12.5, "easy"),
        ("two-sum", 12.6, "good"),
        ("lca", 20, "easy"),
        ("word-ladder", 30, "easy"),
        ("unknown", 1, "good"),
    ],
)
def test_time_is_held_against_the_difficulty(problem: str, minutes: float, rating: str) -> None:
    """Of a problem that is not here any more, nobody knows how long it should take."""
    steps = [n * minutes / 100 for n in range(100)]
    own: dict[str, Any] = OWN if minutes <= 30 else {}
    evening = [at(step, "run", problem=problem, **own) for step in steps]
    assert only(*evening, at(minutes, *AC, problem=problem)).rating == rating


def test_a_break_is_no_work() -> None:
    """A gap of more than 15 minutes counts as nothing, one of 15 whole."""
    work = [at(15 * n, "run") for n in range(6)]
    assert only(*work, at(90, *AC)).rating == "hard"
    assert only(*work, at(90.1, *AC)).rating == "good"


@pytest.mark.parametrize("kind", ["show", "start", "run", "bench", "replay", "note"])
def test_no_day_without_a_submission_or_help_is_a_review(kind: str) -> None:
    assert reviews([at(0, kind)], LEVELS) == []
    assert reviews([at(0, "submit", "IE"), at(1, "submit"), at(2, "submit", "what")], LEVELS) == []


def test_help_counts_until_a_problem_was_accepted_once() -> None:
    """Afterwards it teaches, and a day needs a submission."""
    week = timedelta(days=7)
    helped = [at(0, *AC), at(1, "solutions"), at(1, "editorial"), at(2, "hint", n=3, last=True)]
    later = [at(0, "editorial", day=EVENING + week), at(0, "hint", day=EVENING + 2 * week)]
    again = [at(0, "editorial", day=EVENING + 3 * week), at(1, *AC, day=EVENING + 3 * week)]
    found = reviews([*helped, *later, *again], LEVELS)
    assert [(one.day.day, one.rating) for one in found] == [(2, "good"), (23, "good")]


def test_an_evening_that_passes_midnight_is_one() -> None:
    """A day begins at four."""
    nine = EVENING.replace(hour=21)
    evening = [at(0, "submit", "WA", day=nine), at(6 * 60 + 59, *AC, day=nine)]
    assert only(*evening) == Review("lca", date(2026, 11, 2), Rating.GOOD, "it was accepted")
    next_one = at(7 * 60, *AC, day=nine)
    found = reviews([evening[0], next_one], LEVELS)
    assert [(one.day.day, one.rating) for one in found] == [(2, "again"), (3, "good")]


@pytest.mark.parametrize(
    ("hours", "utc", "day"),
    [
        (-5, datetime(2026, 11, 1, 8, 59, tzinfo=UTC), date(2026, 10, 31)),  # 03:59
        (-5, datetime(2026, 11, 1, 9, 0, tzinfo=UTC), date(2026, 11, 1)),
        (-4, datetime(2026, 11, 1, 7, 59, tzinfo=UTC), date(2026, 10, 31)),  # before clocks change
        (-4, datetime(2026, 11, 1, 8, 0, tzinfo=UTC), date(2026, 11, 1)),
        (14, datetime(2026, 10, 31, 14, 0, tzinfo=UTC), date(2026, 11, 1)),
        (-12, datetime(2026, 11, 1, 15, 0, tzinfo=UTC), date(2026, 10, 31)),
        (5.75, datetime(2026, 10, 31, 22, 15, tzinfo=UTC), date(2026, 11, 1)),
    ],
)
def test_a_day_is_that_of_the_place(hours: float, utc: datetime, day: date) -> None:
    """By the offset that the event was recorded with, daylight saving or not."""
    local = utc.astimezone(timezone(timedelta(hours=hours)))
    assert only(at(0, *AC, day=local)).day == day


def test_an_evening_flown_west_is_rated_by_the_days_of_the_places() -> None:
    """In Tokyo it was the third already; what is done after the flight is of the second again."""
    tokyo = datetime(2026, 11, 3, 9, 0, tzinfo=timezone(timedelta(hours=9)))
    found = reviews([at(0, "submit", "WA", day=tokyo), at(0, *AC)], LEVELS)
    assert [(one.day.day, one.rating) for one in found] == [(2, "good"), (3, "again")]


def test_events_are_rated_in_any_order_and_by_problem() -> None:
    evening = [at(0, "editorial"), at(1, *AC), at(1, *AC, problem="two-sum"), at(2, "question")]
    assert reviews(reversed(evening), LEVELS) == reviews(evening, LEVELS)
    assert [one.problem for one in reviews(evening, LEVELS)] == ["lca", "two-sum"]


@pytest.mark.parametrize(
    ("began", "day"),
    [
        ("2026-11-03T01:00:00.000Z", 2),
        ("2026-11-03T08:59:59.000Z", 2),
        ("2026-11-03T09:00:00.000Z", 3),
        ("2027-01-01T00:00:00.000Z", 3),
        ("yesterday", 3),
        (7, 3),
        (None, 3),
    ],
)
def test_a_text_that_is_judged_the_next_day_is_work_of_its_evening(began: object, day: int) -> None:
    """As a round's is whose deadline passed while nobody was there."""
    morning = at(14 * 60, *AC, began=began)
    assert only(morning).day == date(2026, 11, day)
