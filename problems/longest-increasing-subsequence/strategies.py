"""Inputs of `longest-increasing-subsequence`: arrays with rises hidden in them."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from _shared.inputs import different
from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 2_500
MAX_VALUE = 10_000
SIZES = (1, MAX_LENGTH)
MOST_DRAWN = 30


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    yield from different(_edges())


def generated() -> st.SearchStrategy[Arguments]:
    """Draw arrays of narrow and wide values, and some in which a long rise is hidden."""
    return _arguments().map(lambda nums: {"nums": nums})


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield the longest arrays: without order, rising, falling, equal, and in long waves."""
    rng = random.Random(20261201)
    for n in (500, MAX_LENGTH):
        yield n, {"nums": rng.choices(range(-MAX_VALUE, MAX_VALUE + 1), k=n)}
        yield n, {"nums": list(range(-n // 2, n - n // 2))}
    yield n, {"nums": list(range(n, 0, -1))}
    yield n, {"nums": [7] * n}
    yield n, {"nums": [50 * (x % 50) + x // 50 for x in range(n)]}
    yield n, {"nums": _risen(rng, n, 2 * n // 3)}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n numbers without order."""
    return {"nums": rng.choices(range(-MAX_VALUE, MAX_VALUE + 1), k=n)}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"nums"}:
        return "the arguments must be exactly nums"
    nums = arguments["nums"]
    if not isinstance(nums, list) or not 1 <= len(nums) <= MAX_LENGTH:
        return f"nums must be a list of 1 to {MAX_LENGTH} numbers"
    if any(type(x) is not int or abs(x) > MAX_VALUE for x in nums):
        return f"nums must hold integers from -{MAX_VALUE} to {MAX_VALUE}"
    return None


def _edges() -> Iterator[Arguments]:
    for length in range(1, 5):
        yield from ({"nums": list(nums)} for nums in product((1, 2, 3), repeat=length))
    for nums in (
        [0],
        [-1],
        [MAX_VALUE],
        [-MAX_VALUE],
        [-MAX_VALUE, MAX_VALUE],
        [MAX_VALUE, -MAX_VALUE],
        [-2, -1],
        [-1, -2],
        [-2, -3],
        [-6, -3, -4],
        [-7, -5, -6],
        [-9, -8, -5],
        [0, -1, 0, 1, 0],
        [1, 5, 2, 3],
        [1, 9, 2, 3],
        [10, 9, 2, 5, 3, 7, 101, 18],
        [0, 1, 0, 3, 2, 3],
        [4, 10, 4, 3, 8, 9],
        [1, 3, 6, 7, 9, 4, 10, 5, 6],
        [3, 5, 6, 2, 5, 4, 19, 5, 6, 7, 12],
        [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
        [100, 9, 20, 8, 11],
        [256, 257, 258, 257, 259, 256],
    ):
        yield {"nums": nums}
    rng = random.Random(20261130)
    for n in range(1, 66):  # a mistake may show at one length only, or at one answer
        yield {"nums": list(range(n))}
        yield {"nums": [rng.randint(-n, n) for _ in range(n)]}
        yield {"nums": list(range(n, 0, -1))}
        yield {"nums": [5] * n}
        yield {"nums": _risen(rng, n, n // 3)}
        yield {"nums": [*range(n), *range(-n, 0)]}  # the longest does not end at the end
    for n in (100, 127, 128, 129, 255, 256, 257, 300):
        yield {"nums": rng.choices(range(-MAX_VALUE, MAX_VALUE + 1), k=n)}


def _risen(rng: random.Random, n: int, rise: int) -> list[int]:
    """Return n numbers, of which some `rise` at places without order are sorted."""
    nums = rng.choices(range(-MAX_VALUE, MAX_VALUE + 1), k=n)
    places = sorted(rng.sample(range(n), rise))
    for place, num in zip(places, sorted(nums[place] for place in places), strict=True):
        nums[place] = num
    return nums


@st.composite
def _arguments(draw: st.DrawFn) -> list[int]:
    spread = draw(st.sampled_from((9, 3, 30, MAX_VALUE)))
    lowest = draw(st.sampled_from((0, -spread, 1 - spread)))
    fewest = draw(st.sampled_from((1, 1, 5, 10, 20)))
    nums = draw(st.lists(st.integers(lowest, spread), min_size=fewest, max_size=MOST_DRAWN))
    shape = draw(st.sampled_from(("as drawn", "as drawn", "two rises", "rising", "falling")))
    if shape == "as drawn":
        return nums
    if shape == "two rises":
        half = draw(st.integers(0, len(nums)))
        return sorted(nums[:half]) + sorted(nums[half:])
    return sorted(nums, reverse=shape == "falling")
