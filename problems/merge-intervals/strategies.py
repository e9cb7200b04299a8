"""Inputs of `merge-intervals`: intervals that nest, touch, chain, and miss each other by one."""

import random
from collections.abc import Iterator
from itertools import combinations_with_replacement, permutations
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 10_000
MAX_VALUE = 10_000
SIZES = (1, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield all pairs of short intervals, chains in every order, every length, and the limits."""
    short = [[a, b] for a in range(4) for b in range(a, 4)]
    yield from ({"intervals": [interval]} for interval in ([0, 0], [0, 1], [5, 9]))
    for first, second in combinations_with_replacement(short, 2):
        yield {"intervals": [first, second]}
        if first != second:
            yield {"intervals": [second, first]}
    for three in ([[1, 4], [2, 6], [5, 8]], [[1, 9], [2, 3], [4, 5]], [[1, 2], [2, 3], [3, 4]]):
        yield from ({"intervals": [*order]} for order in permutations(three))
    for intervals in (
        [[1, 3], [2, 6], [8, 10], [15, 18]],
        [[1, 4], [0, 2], [3, 5]],
        [[2, 3], [4, 5], [6, 7], [8, 9], [1, 10]],
        [[1, 10], [2, 3], [11, 12], [4, 9]],
        [[9, 10], [100, 110], [10, 11], [1000, 1001]],
        [[5, 5], [5, 5], [5, 5]],
        [[4, 4], [5, 5], [3, 3], [6, 6]],
        [[0, MAX_VALUE], [0, 0], [MAX_VALUE, MAX_VALUE]],
        [[0, MAX_VALUE - 1], [MAX_VALUE, MAX_VALUE]],
        [[MAX_VALUE, MAX_VALUE]],
        [[0, 3], [1, 8], [2, 4], [9, 9], [8, 8]],
    ):
        yield {"intervals": intervals}
    rng = random.Random(20260309)
    for n in range(3, 66):  # a mistake may show at one length only
        yield {"intervals": _some(rng, n, 4 * n, 4)}
    for n in range(3, 30, 3):
        yield {"intervals": _some(rng, n, 2 * n, 12)}
    for n in (100, 127, 128, 255, 256, 257):
        yield {"intervals": _some(rng, n, MAX_VALUE - 60, 60)}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to ten intervals on a short line, so that they meet, touch and nest."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield many intervals: all apart, all in one chain, nested, and without order."""
    rng = random.Random(20260310)
    for n in (500, MAX_LENGTH):
        yield n, {"intervals": [[i, i] for i in range(n)]}
    n = 3_000
    yield n, {"intervals": [[i, i] for i in range(n - 1, -1, -1)]}
    yield n, {"intervals": [[i, i + 1] for i in range(n)]}
    yield n, {"intervals": [[i // 2, n - i // 2] for i in range(n)]}
    yield n, {"intervals": _some(rng, n, MAX_VALUE - 1, 1)}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n short intervals without order."""
    return {"intervals": _some(rng, n, MAX_VALUE - 2, 2)}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"intervals"}:
        return "the arguments must be exactly intervals"
    intervals = arguments["intervals"]
    if not isinstance(intervals, list) or not 1 <= len(intervals) <= MAX_LENGTH:
        return f"intervals must be a list of 1 to {MAX_LENGTH} intervals"
    for interval in intervals:
        if not isinstance(interval, list) or len(interval) != 2:
            return "an interval must be a list of start and end"
        if any(type(x) is not int or not 0 <= x <= MAX_VALUE for x in interval):
            return f"start and end must be integers from 0 to {MAX_VALUE}"
        if interval[0] > interval[1]:
            return "start must be at most end"
    return None


def _some(rng: random.Random, n: int, last: int, longest: int) -> list[list[int]]:
    starts = rng.choices(range(last + 1), k=n)
    return [[start, start + rng.randint(0, longest)] for start in starts]


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    last = draw(st.sampled_from((12, 6, 30, 30, 100, MAX_VALUE - 20)))
    longest = draw(st.sampled_from((3, 1, 6, 20)))
    starts = draw(st.lists(st.integers(0, last), min_size=1, max_size=10))
    lengths = st.integers(0, longest)
    intervals = [[start, start + draw(lengths)] for start in starts]
    return {"intervals": sorted(intervals) if draw(st.booleans()) else intervals}
