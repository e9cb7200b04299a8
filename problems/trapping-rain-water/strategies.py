"""Inputs of `trapping-rain-water`: plateaus, valleys in valleys, slopes and zeros."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 20_000
MAX_VALUE = 100_000
SIZES = (1, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield all short landscapes of few heights, deeper ones, every length, and the limits."""
    yield from ({"height": [x]} for x in (0, 1, MAX_VALUE))
    yield from ({"height": [*height]} for height in product((0, 3), repeat=2))
    yield from ({"height": [*height]} for height in product((0, 1, 3), repeat=3))
    yield from ({"height": [*height]} for height in product((0, 1, 2), repeat=4) if height[0])
    for height in (
        [0, 1, 0, 2, 1, 0, 1, 3, 2, 1, 2, 1],
        [4, 2, 0, 3, 2, 5],
        [5, 2, 3, 2, 4],
        [5, 1, 2, 1, 3, 1, 2, 1, 4],
        [9, 0, 3, 0, 3, 0, 9],
        [3, 0, 9, 0, 3],
        [1, 2, 3, 4, 5],
        [5, 4, 3, 2, 1],
        [2, 2, 2, 2, 2],
        [0, 0, 0, 0, 0],
        [0, 5, 0, 0, 5, 0],
        [5, 5, 1, 7, 1, 1, 5, 2, 7, 6],
        [6, 4, 2, 0, 3, 2, 0, 3, 1, 4, 5, 3, 2, 7, 5, 3, 0, 1, 2, 1, 3, 4, 6, 8, 1, 3],
        [MAX_VALUE, 0, MAX_VALUE],
        [MAX_VALUE, 0, 0, MAX_VALUE - 1, 0, 1],
        [8, 8, 8, 0, 8, 8, 8],
    ):
        yield {"height": height}
    rng = random.Random(20260307)
    for n in range(5, 70):  # a mistake may show at one length only
        yield {"height": [rng.randint(0, 9) for _ in range(n)]}
    for n in (100, 127, 128, 129, 255, 256, 257, 1000):
        yield {"height": [rng.randint(0, MAX_VALUE) for _ in range(n)]}
    for place in range(1, 12):  # or with one wall at one place only
        low = [rng.randint(0, 4) for _ in range(12)]
        low[0], low[place] = 7, 9
        yield {"height": low}
        low = [rng.randint(0, 4) for _ in range(12)]
        low[11 - place], low[11] = 9, 7
        yield {"height": low}
    for top in range(4, 40):  # or at one height only
        yield {"height": [top, rng.randint(0, 3), rng.randint(0, top), 1, top + rng.randint(-1, 1)]}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 16 bars: without order, slopes, bowls, and walls with low ground between."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield long landscapes: noise, a bowl, a hill, stairs, and walls as high as they may be."""
    rng = random.Random(20260308)
    for n in (1_000, MAX_LENGTH):
        yield n, {"height": [rng.randint(0, 999) for _ in range(n)]}
    yield n, {"height": [abs(n // 2 - i) for i in range(n)]}
    yield n, {"height": [n // 2 - abs(n // 2 - i) for i in range(n)]}
    yield n, {"height": [*range(n // 2), *range(n // 2)]}
    yield n, {"height": [MAX_VALUE, *[0, 5] * (n // 2 - 1), MAX_VALUE]}
    yield n, {"height": [3] * n}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n heights without order."""
    return {"height": rng.choices(range(10_000), k=n)}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"height"}:
        return "the arguments must be exactly height"
    height = arguments["height"]
    if not isinstance(height, list) or not 1 <= len(height) <= MAX_LENGTH:
        return f"height must be a list of 1 to {MAX_LENGTH} numbers"
    if any(type(x) is not int or not 0 <= x <= MAX_VALUE for x in height):
        return f"height must hold integers from 0 to {MAX_VALUE}"
    return None


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    highest = draw(st.sampled_from((9, 3, 2, 30, MAX_VALUE)))
    fewest = draw(st.sampled_from((1, 3, 6, 9)))
    height = draw(st.lists(st.integers(0, highest), min_size=fewest, max_size=16))
    form = draw(st.sampled_from(("as drawn", "as drawn", "rising", "bowl", "hill", "walls")))
    if form == "walls":
        return {"height": [highest if i % 5 == 0 else x // 2 for i, x in enumerate(height)]}
    rising = sorted(height)
    arranged = {
        "as drawn": height,
        "rising": rising,
        "bowl": rising[::-2] + rising[len(rising) % 2 :: 2],
        "hill": rising[::2] + rising[1::2][::-1],
    }[form]
    return {"height": arranged[::-1] if draw(st.booleans()) else arranged}
