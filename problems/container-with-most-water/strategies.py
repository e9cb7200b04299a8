"""Inputs of `container-with-most-water`: heights with ties, hills, valleys and zeros."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 100_000
MAX_VALUE = 10_000
SIZES = (2, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield all short lists of few heights, single pairs at every place, and the limits."""
    for n, heights in ((2, (0, 1, 2, 5)), (3, (0, 1, 3)), (4, (1, 2, 4))):
        yield from ({"height": [*height]} for height in product(heights, repeat=n))
    for height in (
        [5, 9, 9, 5],
        [1, 2, 7, 7, 2],
        [1, 8, 6, 2, 5, 4, 8, 3, 7],
        [1, 8, 100, 2, 100, 4, 8, 3, 7],
        [9, 1, 1, 1, 1, 9],
        [0, 0, 0, 0, 0],
        [0, 0, 7, 0, 0],
        [4, 4, 4, 4, 4],
        [2, 3, 10, 5, 7, 8, 9],
        [9, 8, 7, 5, 10, 3, 2],
        [1, 3, 2, 5, 25, 24, 5],
        [5, 24, 25, 5, 2, 3, 1],
        [11, 11],
        [9, 7, 8],
        [6, 0, 7, 4, 3, 1],
        [0, 0, 0, 2],
        [2, 2, 6, 3, 6, 4, 3],
        [1, 1000, 1000, 6, 2, 5, 4, 8, 3, 7],
        [MAX_VALUE, MAX_VALUE],
        [MAX_VALUE, 0, 0, MAX_VALUE - 1],
        [MAX_VALUE] * 300,
    ):
        yield {"height": height}
    rng = random.Random(20260305)
    for n in (6, 9):  # a mistake may show at one place of the best pair only
        for i in range(n - 1):
            for j in range(i + 1, n):
                low = [rng.randint(0, 3) for _ in range(n)]
                low[i], low[j] = 90 + rng.randint(0, 5), 90 + rng.randint(0, 5)
                yield {"height": low}
    for n in range(5, 70):  # or at one length only
        yield {"height": [rng.randint(0, n) for _ in range(n)]}
    for n in (100, 128, 256, 257, 999):
        yield {"height": [rng.randint(1, MAX_VALUE) for _ in range(n)]}
    for top in range(3, 40):  # or at one height only
        yield {"height": [rng.randint(0, 2), top, rng.randint(0, top), top, 1]}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 14 heights in some order: as they come, rising, falling, hill or valley."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield long hills, valleys, slopes and flat ground."""
    rng = random.Random(20260306)
    for n in (1_000, 20_000):
        # Strictly up and down: a search that skips lines no taller than those before skips none.
        yield n, {"height": [*range(n // 2), *range(n // 2, 0, -1)]}
    yield n, {"height": [*range(n // 2, 0, -1), *range(n // 2)]}
    yield n, {"height": [i // 2 for i in range(n)]}
    yield n, {"height": [(n - i) // 2 for i in range(n)]}
    yield n, {"height": [rng.randint(0, MAX_VALUE) for _ in range(n)]}
    yield n, {"height": [7] * n}
    yield MAX_LENGTH, {"height": [MAX_VALUE, *[1, 2] * (MAX_LENGTH // 2 - 1), MAX_VALUE]}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n heights without order."""
    return {"height": rng.choices(range(MAX_VALUE + 1), k=n)}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"height"}:
        return "the arguments must be exactly height"
    height = arguments["height"]
    if not isinstance(height, list) or not 2 <= len(height) <= MAX_LENGTH:
        return f"height must be a list of 2 to {MAX_LENGTH} numbers"
    if any(type(x) is not int or not 0 <= x <= MAX_VALUE for x in height):
        return f"height must hold integers from 0 to {MAX_VALUE}"
    return None


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    highest = draw(st.sampled_from((9, 3, 20, 100, MAX_VALUE)))
    lowest = draw(st.sampled_from((0, 1)))
    fewest = draw(st.sampled_from((2, 2, 5, 9)))
    height = draw(st.lists(st.integers(lowest, highest), min_size=fewest, max_size=14))
    order = draw(st.sampled_from(("as drawn", "as drawn", "rising", "falling", "hill", "valley")))
    return {"height": _arranged(height, order)}


def _arranged(height: list[int], order: str) -> list[int]:
    rising = sorted(height)
    if order == "rising":
        return rising
    if order == "falling":
        return rising[::-1]
    if order == "hill":
        return rising[::2] + rising[1::2][::-1]
    return rising[::-2] + rising[len(rising) % 2 :: 2] if order == "valley" else height
