"""Inputs of `product-except-self`: small numbers whose product fits into 32 bits."""

import math
import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 100_000
MAX_VALUE = 30
MAX_PRODUCT = 2**31 - 1
SIZES = (2, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield all lists of two or three telling numbers, each value once, and the limits."""
    for n in (2, 3):
        yield from ({"nums": [*nums]} for nums in product((-1, 0, 1, 3), repeat=n))
    for nums in (
        [2, 3],
        [2, 5, 7],
        [3, 3, 2],
        [2, 2, 2, 2],
        [-2, -2, -2],
        [1, 2, 3, 4],
        [4, 3, 2, 1],
        [0, 4, 5, 6],
        [4, 0, 5, 6],
        [4, 5, 6, 0],
        [0, 5, 6, 0],
        [5, 0, 0, 6],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 7],
        [-5, 0, -6, -7],
        [30, 30, 30, 30, 30, 30],
        [-30, 30, -30, 30, -30, 2],
        [2] * 30,
        [-2] * 30,
        [-2] * 29,
        [7] * 11,
        [46, 46],
        [-9, -4, -7],
        [-3, -1, 2, 4, 5, 7],
        [9, 5, 3, 2, 1],
        [-1] * 16,
    ):
        if validate({"nums": nums}) is None:
            yield {"nums": nums}
    for value in range(-MAX_VALUE, MAX_VALUE + 1):  # a mistake may show at one value only
        yield {"nums": [value, 2, -3]} if value % 2 else {"nums": [5, value, 1, value]}
    rng = random.Random(20260303)
    for n in range(4, 41):  # or at one length only
        yield {"nums": _fitting(n, rng)}
        yield {"nums": _with(_fitting(n, rng), [rng.randrange(n)], 0)}
    for n in (64, 100, 128, 255, 256, 257, 1000):
        yield {"nums": _fitting(n, rng)}
    fitting = _fitting(9, rng)
    for place in range(9):  # or with a zero at one place only
        yield {"nums": _with(fitting, [place], 0)}
        yield {"nums": _with(fitting, [place, (place + 4) % 9], 0)}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw lists of small numbers, with no zero, one, or several."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield long lists without, with one and with many zeros, up to the largest size."""
    rng = random.Random(20260304)
    for n in (1_000, 30_000):
        yield n, {"nums": _fitting(n, rng)}
    yield n, {"nums": _with(_fitting(n, rng), [n // 3], 0)}
    yield n, {"nums": _with(_fitting(n, rng), [0, n - 1], 0)}
    yield MAX_LENGTH, {"nums": [1] * (MAX_LENGTH - 2) + [-7, 30]}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n numbers, most of them 1 and -1, none of them 0."""
    return {"nums": _fitting(n, rng)}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"nums"}:
        return "the arguments must be exactly nums"
    nums = arguments["nums"]
    if not isinstance(nums, list) or not 2 <= len(nums) <= MAX_LENGTH:
        return f"nums must be a list of 2 to {MAX_LENGTH} numbers"
    if any(type(x) is not int or abs(x) > MAX_VALUE for x in nums):
        return f"nums must hold integers from -{MAX_VALUE} to {MAX_VALUE}"
    if abs(_product_of(nums)) > MAX_PRODUCT:
        return "the product of all numbers that are not 0 must fit into 32 bits"
    return None


def _product_of(nums: list[int]) -> int:
    return math.prod(x for x in nums if x not in (0, 1, -1))


def _fitting(n: int, rng: random.Random) -> list[int]:
    """Return n numbers other than 0 whose product fits; those above 1 lie anywhere."""
    nums = [rng.choice((1, 1, -1)) for _ in range(n)]
    room = MAX_PRODUCT
    for place in rng.sample(range(n), min(n, rng.randint(3, 12))):
        factor = rng.randint(2, MAX_VALUE)
        if factor > room:
            break
        room //= factor
        nums[place] *= factor
    return nums


def _with(nums: list[int], places: list[int], value: int) -> list[int]:
    return [value if place in places else x for place, x in enumerate(nums)]


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    spread = draw(st.sampled_from((9, 3, 2, MAX_VALUE)))
    lowest = draw(st.sampled_from((-spread, 1, 2)))
    nums = draw(st.lists(st.integers(lowest, spread), min_size=2, max_size=12))
    while abs(_product_of(nums)) > MAX_PRODUCT:
        nums = nums[:-1]
    zeros = draw(st.sampled_from((0, 0, 1, 2)))
    places = [draw(st.integers(0, len(nums) - 1)) for _ in range(zeros)]
    return {"nums": _with(nums, places, 0)}
