"""Inputs of `daily-temperatures`: few degrees, so that days are equal often, in rises and falls."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_DAYS = 100_000
COLDEST, HOTTEST = 30, 100
SIZES = (1, MAX_DAYS)


def edges() -> Iterator[Arguments]:
    """Yield every order of up to four days of three degrees, the borders, and each length once."""
    for days in (
        (30,),
        (30, 30),
        (100,),
        (65,),
        (30, 100),
        (100, 30),
        (99, 100, 99, 100),
        (31, 30, 31, 32),
    ):
        yield _days(days)
    for length in (2, 3, 4):
        yield from (_days(days) for days in product((50, 51, 52), repeat=length))
    yield _days(range(COLDEST, HOTTEST + 1))
    yield _days(range(HOTTEST, COLDEST - 1, -1))
    yield _days([*range(HOTTEST, COLDEST - 1, -1), *range(COLDEST, HOTTEST + 1)])
    for degrees in range(COLDEST, HOTTEST):  # a mistake may show at one degree only
        yield _days((degrees, degrees, max(COLDEST, degrees - 1), degrees + 1, degrees))
    rng = random.Random(20261103)
    for n in range(5, 66):  # or at one length, or at one distance
        yield _days(rng.choices(range(60, 64 + n // 8), k=n))
        yield _days([70] * (n - 1) + [71])
    for n in (99, 100, 101, 127, 128, 129, 255, 256, 257, 500, 1000):
        yield _days([80, *rng.choices(range(70, 81), k=n - 2), 81])
        yield _days(rng.choices(range(COLDEST, HOTTEST + 1), k=n))


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 30 days of a few neighbouring degrees, some of them sorted or in a valley."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield long lists: equal, falling, rising in waves, a late hot day, and without order."""
    rng = random.Random(20261104)
    for n in (100, 1_000, 10_000):
        yield n, _days(rng.choices(range(COLDEST, HOTTEST + 1), k=n))
    n = MAX_DAYS
    yield n, _days([30] * n)
    yield n, _days([100 - day * 71 // n for day in range(n)])
    yield n, _days([30 + day % 71 for day in range(n)])
    n = 15_000
    yield n, _days([64] * (n - 1) + [65])
    yield n, _days([*(99 - day * 70 // n for day in range(n - 1)), 100])


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n days without order."""
    return _days(rng.choices(range(COLDEST, HOTTEST + 1), k=n))


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"temperatures"}:
        return "the arguments must be exactly temperatures"
    days = arguments["temperatures"]
    if not isinstance(days, list) or not 1 <= len(days) <= MAX_DAYS:
        return f"temperatures must be a list of 1 to {MAX_DAYS} numbers"
    if any(type(day) is not int or not COLDEST <= day <= HOTTEST for day in days):
        return f"temperatures must hold integers from {COLDEST} to {HOTTEST}"
    return None


def _days(days: Any) -> Arguments:
    return {"temperatures": list(days)}


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    coldest = draw(st.sampled_from((COLDEST, 50, 69, 97)))
    spread = draw(st.sampled_from((1, 2, 3, 3, 9, 70)))
    fewest = draw(st.sampled_from((1, 1, 3, 10, 20)))
    degrees = st.integers(coldest, min(HOTTEST, coldest + spread))
    days = draw(st.lists(degrees, min_size=fewest, max_size=30))
    order = draw(st.sampled_from(("as drawn", "as drawn", "falling", "valley")))
    if order == "as drawn":
        return _days(days)
    falling = sorted(days, reverse=True)
    return _days(falling if order == "falling" else falling[::2] + falling[1::2][::-1])
