"""What a hint costs is what the schedule then makes of the day."""

from datetime import datetime, timedelta, timezone

import pytest

from judge.practice import Event, hint_price, new_event, reviews

NOW = datetime(2026, 11, 29, 20, tzinfo=timezone(timedelta(hours=2)))
COUNT = 4


def event(kind: str, minute: int, **values: object) -> Event:
    return new_event(kind, now=NOW + timedelta(minutes=minute), problem="lca", **values)


def hint(number: int, minute: int) -> Event:
    return event("hint", minute, facts={"n": number, "last": number == COUNT})


@pytest.mark.parametrize("opened", [(1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), (4,)])
def test_the_price_is_the_rating_of_a_day_that_goes_well(opened: tuple[int, ...]) -> None:
    """The best that the schedule gives a day with these hints, accepted at once."""
    hints = [hint(number, at) for at, number in enumerate(opened)]
    own = event("run", -1, facts={"own": True, "valid": True, "arguments": 1})
    accepted = event("submit", 9, verdict="AC", facts={"growth": None})
    [review] = reviews([own, *hints, accepted], {"lca": "hard"})
    price = hint_price(hints[:-1], opened[-1:], COUNT, NOW)
    assert f"counts as {review.rating.capitalize()}" in price


def test_hints_of_another_day_cost_that_day_only() -> None:
    """A day begins at four in the morning."""
    yesterday = [hint(number, -24 * 60) for number in (1, 2)]
    assert "Good at best; with one hint more, as Again" in hint_price(yesterday, [3], COUNT, NOW)


def test_a_problem_that_is_solved_and_a_hint_that_was_open_cost_nothing() -> None:
    """Nor does any later day."""
    solved = [event("submit", -60, verdict="AC")]
    assert hint_price(solved, [1], COUNT, NOW).endswith("costs nothing in the schedule.")
    assert hint_price([hint(1, -3)], [], COUNT, NOW) == ""
