"""Inputs of `koko-bananas`: piles with hours that are few, many, or just at the border."""

import random
from collections.abc import Iterator
from itertools import combinations_with_replacement
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_PILES = 10_000
MOST = 1_000_000_000
SIZES = (1, MAX_PILES)


def edges() -> Iterator[Arguments]:
    """Yield all small piles with all useful hours, the borders, and each number of piles once."""
    for n in (1, 2):
        for piles in combinations_with_replacement(range(1, 7), n):
            for h in range(n, sum(piles) + 2):
                yield _eaten([*piles][::-1], h)
    for piles in (
        [3, 6, 7],
        [30, 11, 23, 4, 20],
        [1, 1, 9],
        [1, 1, 1],
        [5, 5, 5, 5],
        [2, 9, 4, 4],
        [6] * 7,
        [1, 3, 4, 8, 9],
        [9, 8, 5, 4, 2],
    ):
        n, total = len(piles), sum(piles)
        yield from (_eaten(piles, h) for h in sorted({*range(n, n + 8), total, total + 1}))
    for piles in (
        [MOST],
        [MOST - 1],
        [MOST, MOST],
        [1, MOST],
        [MOST, 1, 1, 1],
        [MOST - 1, 7, MOST],
    ):
        n = len(piles)
        for h in sorted({n, n + 1, 2 * n, 1000, MOST // 2, MOST - 1, MOST}):
            yield _eaten(piles, h)
    yield _eaten([312884470], 312884469)
    yield _eaten([805306368, 805306368, 805306368], MOST)
    yield _eaten([332484035, 524908576, 855865114, 632922376, 222257295], 823855818)
    rng = random.Random(20261106)
    for n in range(3, 66):  # a mistake may show at one number only
        piles = [rng.randint(1, 40) for _ in range(n)]
        yield _border(piles, rng.randint(2, 15))
        yield _eaten(piles, _hours(piles, rng.randint(16, 25)) - 1)
    for speed in range(1, 66):  # or at one speed
        yield _border([speed, 3 * speed, 2 * speed - 1], speed)
    for n in (99, 100, 101, 127, 128, 255, 256, 257, 500, 1000):
        piles = [rng.randint(1, MOST) for _ in range(n)]
        yield _border(piles, rng.randint(1000, MOST))


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 12 piles, and hours that are often just enough for some speed."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield many piles whose answer is the largest pile, near the average, and in between."""
    rng = random.Random(20261107)
    for n in (100, 1_000):
        piles = [rng.randint(1, MOST) for _ in range(n)]
        yield n, _border(piles, MOST // 3)
    n = MAX_PILES
    yield n, _eaten([1] * (n - 1) + [MOST], n)
    yield n, _eaten([MOST - i % 7 for i in range(n)], n)
    yield n, _border([MOST - i % 9 for i in range(n)], MOST // 50_000)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n piles of any size, and three hours for each."""
    return {"piles": [rng.randint(MOST // 2, MOST) for _ in range(n)], "h": 3 * n}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"piles", "h"}:
        return "the arguments must be exactly piles and h"
    piles, h = arguments["piles"], arguments["h"]
    if not isinstance(piles, list) or not 1 <= len(piles) <= MAX_PILES:
        return f"piles must be a list of 1 to {MAX_PILES} numbers"
    if any(type(pile) is not int or not 1 <= pile <= MOST for pile in piles):
        return f"piles must hold integers from 1 to {MOST}"
    if type(h) is not int or not len(piles) <= h <= MOST:
        return f"h must be an integer from the number of piles to {MOST}"
    return None


def _eaten(piles: list[int], h: int) -> Arguments:
    return {"piles": piles, "h": max(len(piles), min(MOST, h))}


def _hours(piles: list[int], speed: int) -> int:
    return sum((pile + speed - 1) // speed for pile in piles)


def _border(piles: list[int], speed: int) -> Arguments:
    """Return hours that are just enough for this speed."""
    return _eaten(piles, _hours(piles, speed))


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    most = draw(st.sampled_from((9, 3, 30, 1000, MOST)))
    fewest = draw(st.sampled_from((1, 1, 2, 5)))
    piles = draw(st.lists(st.integers(1, most), min_size=fewest, max_size=12))
    speed = draw(st.integers(1, max(piles)))
    off = draw(st.sampled_from((0, 0, -1, 1)))
    return _eaten(piles, _hours(piles, speed) + off)
