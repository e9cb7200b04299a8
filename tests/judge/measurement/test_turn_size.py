"""The judge chooses n so that a turn is long enough to be read and not longer."""

import pytest

from judge.measurement.turn_size import (
    MOST_INPUTS,
    MOST_OVERSHOOT,
    TURN_SECONDS,
    TurnSize,
    choose_turn_size,
)


@pytest.mark.parametrize("one", [1e-9, 1e-8, 1e-7, 1e-6, 1e-5])
@pytest.mark.parametrize("power", [1, 2, 3])
def test_a_turn_takes_about_what_was_asked_for(one: float, power: int) -> None:
    """Whatever one step costs, and however steep the cost."""
    size = choose_turn_size((1, 10**7), lambda n: one * n**power)
    assert TURN_SECONDS <= one * size.n**power <= 2 * MOST_OVERSHOOT * TURN_SECONDS
    assert size.inputs == 1


def test_an_exponential_is_not_overshot() -> None:
    """The size between is found, where doubling n squares the cost."""
    size = choose_turn_size((0, 60), lambda n: 1e-7 * 2.0**n)
    assert TURN_SECONDS <= 1e-7 * 2.0**size.n <= 2 * MOST_OVERSHOOT * TURN_SECONDS


def test_short_calls_are_put_together() -> None:
    """Where the largest input is too fast, several make up a turn; never too many."""
    assert choose_turn_size((1, 8), lambda _: TURN_SECONDS / 5) == TurnSize(8, 6)
    assert choose_turn_size((1, 8), lambda _: 1e-9) == TurnSize(8, MOST_INPUTS)


def test_a_package_of_one_size_has_that_one() -> None:
    """The smallest and the largest may be the same, and too slow."""
    assert choose_turn_size((5, 5), lambda _: 1.0) == TurnSize(5)


def test_sizes_stay_between_those_of_the_package() -> None:
    """sized() is asked for no other."""
    asked: list[int] = []

    def seconds(n: int) -> float:
        asked.append(n)
        return 1e-6 * n

    choose_turn_size((3, 500), seconds)
    assert 3 <= min(asked) <= max(asked) == 500
