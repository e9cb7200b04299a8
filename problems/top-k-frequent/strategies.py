"""Inputs of `top-k-frequent`: lists whose k most frequent numbers are uniquely determined."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 100_000
MAX_VALUE = 10_000
SIZES = (1, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield short lists with every k that is allowed, each value, each length, and the limits."""
    lists = [
        [1],
        [0],
        [-1],
        [4, 4, 9],
        [9, 4, 4],
        [-1, -1, -2],
        [0, 0, 5],
        [5, 5, 0],
        [1, 1, 1, 2, 2, 3],
        [3, 2, 2, 1, 1, 1],
        [2, 1, 2, 1, 6],
        [6, 7, 6, 7, 8, 8, 8],
        [1, 2, 3, 4, 5],
        [7, 7, 7, 7],
        [10, 9, 10, 100, 9, 10],
        [3, 0, 1, 0],
        [-5, 5, -5, 5, -5],
        [1, 1, 2, 2, 3, 3, 4],
        [4, 1, -1, 2, -1, 2, 3],
        [MAX_VALUE, -MAX_VALUE, MAX_VALUE],
        [5, 1, 5, 1, 5, 1, 8, 8, 9],
        [256, 257, 257, 258, 258, 258],
        [-4, -9, -4],
        [6] * 7,
        [9, 7, 5, 4, 2, 1, 0, -1, -3, -8],
        [x for x in range(-6, 7) for _ in range(x + 7)],
        [x for x in range(20) for _ in range(20 - x)],
        [x for x in range(30, 0, -1) for _ in range(x)],
    ]
    lists += [[*nums] for nums in product((1, 2, 3), repeat=3)]
    for nums in lists:
        yield from ({"nums": nums, "k": k} for k in _borders(nums))
    rng = random.Random(20260313)
    for value in range(-30, 31):  # a mistake may show at one value only
        yield {"nums": [value, 99, value, 98, value + 1], "k": 1}
    for n in range(4, 60):  # or at one length only
        nums = [rng.choice((1, 2, 2, 3, 3, 3, rng.randint(-50, 50))) for _ in range(n)]
        borders = _borders(nums)
        yield {"nums": nums, "k": borders[0]}
        if len(borders) > 2:
            yield {"nums": nums, "k": borders[-2]}
    for n in (100, 128, 256, 257, 1000):
        nums = [int(rng.paretovariate(1)) % MAX_VALUE for _ in range(n)]
        yield {"nums": nums, "k": rng.choice(_borders(nums))}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw numbers with counts that differ or repeat, shuffled, and a k without a tie."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield many different numbers, few, one, and a k that is small, middling and all."""
    rng = random.Random(20260314)
    for n in (1_000, 40_000):
        nums = [x for x in range(n // 4) for _ in range(1 + x % 7)]
        nums = nums[:n]
        yield n, {"nums": nums, "k": _borders(nums)[0]}
    many = [x - MAX_VALUE for x in range(2 * MAX_VALUE)]
    yield n, {"nums": many + many[: n // 4], "k": n // 4}
    yield n, {"nums": many + many, "k": len(many)}
    some = [rng.choice((rng.randint(0, 99), 5)) for _ in range(n)]
    yield n, {"nums": some, "k": 1}
    yield MAX_LENGTH, {"nums": [3] * MAX_LENGTH, "k": 1}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n numbers, up to 20,000 different ones, the first of them more often."""
    nums = rng.choices(range(-MAX_VALUE, MAX_VALUE), k=n - n // 10) + [MAX_VALUE] * (n // 10)
    borders = _borders(nums)
    rng.shuffle(nums)
    return {"nums": nums, "k": borders[min(len(borders) - 1, 2)]}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"nums", "k"}:
        return "the arguments must be exactly nums and k"
    nums, k = arguments["nums"], arguments["k"]
    if not isinstance(nums, list) or not 1 <= len(nums) <= MAX_LENGTH:
        return f"nums must be a list of 1 to {MAX_LENGTH} numbers"
    if any(type(x) is not int or abs(x) > MAX_VALUE for x in nums):
        return f"nums must hold integers from -{MAX_VALUE} to {MAX_VALUE}"
    if type(k) is not int or not 1 <= k <= len(set(nums)):
        return "k must be an integer from 1 to the number of different values"
    return None if k in _borders(nums) else "the number at place k is tied with the next one"


def _borders(nums: list[int]) -> list[int]:
    """Return each k that has no tie behind it; the last one is the number of values."""
    counts = sorted(Counter(nums).values(), reverse=True)
    return [k for k in range(1, len(counts) + 1) if counts[k - 1 : k] > counts[k : k + 1]]


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    spread = draw(st.sampled_from((9, 3, 50, MAX_VALUE)))
    lowest = draw(st.sampled_from((-spread, 0)))
    values = draw(st.lists(st.integers(lowest, spread), min_size=1, max_size=7, unique=True))
    most = draw(st.sampled_from((4, 2, 6)))
    nums = [x for x in values for _ in range(draw(st.integers(1, most)))]
    borders = _borders(nums)
    if len(borders) > 1 and draw(st.integers(0, 3)):
        borders = borders[:-1]
    k = draw(st.sampled_from(borders))
    return {"nums": draw(st.permutations(nums)) if draw(st.booleans()) else nums, "k": k}
