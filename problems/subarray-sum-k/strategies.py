"""Inputs of `subarray-sum-k`: small numbers of both signs whose sums meet k often."""

import random
from collections.abc import Iterator
from itertools import accumulate, product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 20_000
MAX_VALUE = 1_000
MAX_K = 10_000_000
SIZES = (1, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield all short lists of telling numbers, each k, each length, and the limits."""
    for n in (1, 2):
        for nums in product((-1, 0, 1, 2), repeat=n):
            yield from ({"nums": [*nums], "k": k} for k in (0, 1))
    for nums, ks in (
        ([1, 1, 1], (1, 2, 3, 4)),
        ([1, 2, 3], (3, 5, 6)),
        ([1, -1, 0], (0, 1, -1)),
        ([0, 0, 0, 0], (0, 1)),
        ([3, 4, 7, 2, -3, 1, 4, 2], (7, 4, -3)),
        ([-1, -1, 1], (0, -1, -2)),
        ([100, 1, 2, 3, 4], (6, 3)),
        ([5, 0, 0, 5], (5, 10, 0)),
        ([1, 2, 1, 2, 1], (3,)),
        ([-2, -2, -2], (-4, -6, 4, 2)),
        ([28, 54, 7, -70, 22, 65, -6], (100,)),
        ([-4, -3, -5], (-7, -12)),
        ([-4, -7], (-11,)),
        ([-5, -9, -5], (-14,)),
        ([7, 5, 6], (11,)),
        ([-6, -2, 1, 3, 4, 9], (2, 8)),
        ([8, 5, 3, 0, -4], (3, -4)),
        ([MAX_VALUE], (MAX_VALUE, MAX_K, -MAX_K)),
        ([-MAX_VALUE, MAX_VALUE], (0, -MAX_VALUE)),
        ([MAX_VALUE] * 40, (40_000, 39_000, 1_000)),
        ([0] * 50, (0,)),
        ([1, -1] * 20, (0, 1, -1)),
    ):
        yield from ({"nums": nums, "k": k} for k in ks)
    rng = random.Random(20260315)
    for k in range(-40, 41):  # a mistake may show at one k only
        nums = [rng.randint(-9, 9) for _ in range(5)]
        nums.insert(rng.randrange(6), k - sum(nums))
        yield {"nums": nums, "k": k}
    for n in range(3, 72):  # or at one length only
        nums = [rng.randint(-3, 4) for _ in range(n)]
        yield {"nums": nums, "k": rng.choice((0, 3, sum(nums), nums[-1], sum(nums[n // 2 :])))}
    for n in (100, 127, 128, 255, 256, 257, 500):
        nums = [rng.randint(-MAX_VALUE, MAX_VALUE) for _ in range(n)]
        yield {"nums": nums, "k": sum(nums[n // 3 : n // 2])}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw short lists; k is mostly the sum of a piece, or 0."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield long lists: positive, of both signs, zeros, ones, and sums that hardly repeat."""
    rng = random.Random(20260316)
    for n in (500, MAX_LENGTH):
        yield n, {"nums": [rng.randint(-1, 1) for _ in range(n)], "k": 0}
    yield n, {"nums": [1 + i % 7 for i in range(n)], "k": 4_000}
    yield n, {"nums": [0] * n, "k": 0}
    yield n, {"nums": [MAX_VALUE] * n, "k": MAX_K}
    yield n, {"nums": [rng.randint(-999, 1_000) for _ in range(n)], "k": -321}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n numbers of both signs, and a k that some pieces meet."""
    return {"nums": rng.choices(range(-99, 101), k=n), "k": 50}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"nums", "k"}:
        return "the arguments must be exactly nums and k"
    nums, k = arguments["nums"], arguments["k"]
    if not isinstance(nums, list) or not 1 <= len(nums) <= MAX_LENGTH:
        return f"nums must be a list of 1 to {MAX_LENGTH} numbers"
    if any(type(x) is not int or abs(x) > MAX_VALUE for x in nums):
        return f"nums must hold integers from -{MAX_VALUE} to {MAX_VALUE}"
    if type(k) is not int or abs(k) > MAX_K:
        return f"k must be an integer from -{MAX_K} to {MAX_K}"
    return None


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    spread = draw(st.sampled_from((3, 1, 2, 9, MAX_VALUE)))
    lowest = draw(st.sampled_from((-spread, -1, 0, 1)))
    fewest = draw(st.sampled_from((1, 2, 5)))
    nums = draw(st.lists(st.integers(lowest, spread), min_size=fewest, max_size=14))
    sums = [0, *accumulate(nums)]
    start = draw(st.integers(0, len(nums) - 1))
    end = draw(st.integers(start + 1, len(nums)))
    aim = draw(st.sampled_from(("piece", "piece", "piece", "zero", "any")))
    if aim == "piece":
        return {"nums": nums, "k": sums[end] - sums[start]}
    return {"nums": nums, "k": 0 if aim == "zero" else draw(st.integers(-spread, 2 * spread))}
