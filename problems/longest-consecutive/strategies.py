"""Inputs of `longest-consecutive`: a few runs with gaps and repeats, in any order."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 100_000
MAX_VALUE = 1_000_000_000
SIZES = (1, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield all lists of up to four small numbers, the borders, and each length of run once."""
    for length in range(4):
        yield from ({"nums": list(nums)} for nums in product((0, 1, 2, -1), repeat=length))
    for nums in product((0, 1, 2, 4), repeat=4):
        yield {"nums": list(nums)}
    least, most = -MAX_VALUE, MAX_VALUE
    for nums in (
        [least],
        [most],
        [least, most],
        [most, most - 1, least],
        [least + 1, least, most],
        [least, 0, most, 1],
        [100, 4, 200, 1, 3, 2],
        [9, 10, 100, 11, -9, -10, -11, -12],
        [10, 2, 1, 9, 11, 100, 3, 12],
        [-2, -1, 0, 1, 2],
        [5] * 20,
        [2, 4, 6, 8, 10],
        [1, 2, 3, 7, 8, 9, 10],
        [7, 8, 9, 10, 1, 2, 3],
        [0, 0, 1, 1, 2, 2],
        [2, 1, 0, 0, -1],
        [255, 256, 257, 258, 257],
        [65535, 65536, 65537],
        [4, 3, 9],
        [-5, -3, -4],
        [1, 2, 3, 2, 1],
    ):
        yield {"nums": nums}
    rng = random.Random(20261108)
    for n in range(4, 66):  # a mistake may show at one length only
        start = rng.randint(-40, 20)
        run = list(range(start, start + n))
        yield {"nums": _shuffled(rng, run)}
        hole = rng.randrange(1, n - 1)
        yield {"nums": _shuffled(rng, run[:hole] + run[hole + 1 :] + run[:1])}
        yield {"nums": [rng.randint(-n, n) for _ in range(n)]}
    for n in (99, 100, 101, 127, 128, 129, 200, 255, 256, 257, 500, 1000):
        yield {"nums": _shuffled(rng, [*range(-n // 2, n // 2), *range(n, 2 * n - 1)])}
        yield {"nums": [rng.randint(least, most) for _ in range(n)]}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw a list of up to 30 numbers of a narrow range, or a few runs, some of them sorted."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield one long run, many short ones, no neighbours at all, and many repeats."""
    rng = random.Random(20261109)
    for n in (200, 2_000):
        yield n, {"nums": rng.sample(range(2 * n), n)}
    yield 12_000, {"nums": _shuffled(rng, list(range(-6_000, 6_000)))}
    n = 30_000
    yield n, {"nums": list(range(n))}
    yield n, {"nums": list(range(2 * n, 0, -2))}
    n = MAX_LENGTH
    yield n, {"nums": [i % 1_000 * 7 for i in range(n)]}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n different numbers in any order, two of three of a range, so that runs are short."""
    start = rng.randint(-MAX_VALUE, 0)
    return {"nums": rng.sample(range(start, start + 3 * n // 2 + 1), n)}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"nums"}:
        return "the arguments must be exactly nums"
    nums = arguments["nums"]
    if not isinstance(nums, list) or len(nums) > MAX_LENGTH:
        return f"nums must be a list of at most {MAX_LENGTH} numbers"
    if any(type(x) is not int or abs(x) > MAX_VALUE for x in nums):
        return f"nums must hold integers from -{MAX_VALUE} to {MAX_VALUE}"
    return None


def _shuffled(rng: random.Random, nums: list[int]) -> list[int]:
    return rng.sample(nums, len(nums))


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    low = draw(st.sampled_from((0, -5, -15, 95, -MAX_VALUE, MAX_VALUE - 30)))
    spread = draw(st.sampled_from((4, 8, 15, 30)))
    fewest = draw(st.sampled_from((0, 1, 5, 12)))
    value = st.integers(low, low + spread)
    nums = draw(st.lists(value, min_size=fewest, max_size=20))
    if draw(st.booleans()):  # a run among them
        start = draw(value)
        nums += range(start, min(MAX_VALUE + 1, start + draw(st.integers(1, 10))))
    order = draw(st.sampled_from(("as drawn", "as drawn", "sorted", "reversed")))
    if order != "as drawn":
        nums = sorted(nums, reverse=order == "reversed")
    return {"nums": nums}
