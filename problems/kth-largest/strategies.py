"""Inputs of `kth-largest`: arrays with a place in their falling order, and what makes one valid."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 100_000
MAX_VALUE = 10_000
SIZES = (1, MAX_LENGTH)
BIGGEST_DRAWN = 40


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    for nums in (
        [1],
        [0],
        [-1],
        [2, 1],
        [1, 2],
        [1, 1],
        [0, 0],
        [-1, 0],
        [0, -1],
        [-1, -2],
        [1, -1],
        [2, 2, 1],
        [1, 2, 2],
        [1, 2, 3],
        [3, 2, 1],
        [2, 1, 3],
        [-1, -1, -2],
        [0, 0, 1, 1],
        [1, 3, 2, 3],
        [5, 5, 5, 5, 5],
        [3, 1, 2, 3, 1, 2, 3],
        [9, 10, 100, -9, -10, -100],
        [MAX_VALUE, -MAX_VALUE],
        [-MAX_VALUE, -MAX_VALUE, MAX_VALUE, MAX_VALUE, 0],
        [256, 257, 258, 257, 256],
        list(range(-10, 11)),
        list(range(20, 0, -1)),
    ):
        yield from ({"nums": nums, "k": k} for k in range(1, len(nums) + 1))
    rng = random.Random(20260109)
    for n in range(6, BIGGEST_DRAWN + 5):  # a mistake may show at one length only
        nums = [rng.randint(-9, 9) for _ in range(n)]
        yield from ({"nums": nums, "k": k} for k in (1, rng.randint(2, n - 1), n))
    for n in range(BIGGEST_DRAWN + 5, 65):
        yield {"nums": [rng.randint(-MAX_VALUE, MAX_VALUE) for _ in range(n)], "k": n // 3}
    few = [rng.randint(-4, 4) for _ in range(25)]
    wide = [*rng.sample(range(-40, 41), 40), 127, 128, 255, 256, -127, -128, -255, -256]
    for nums in (few, wide):  # every place of one array: a mistake may show at one place only
        yield from ({"nums": nums, "k": k} for k in range(1, len(nums) + 1))
    for nums in (list(range(1500)), [7] * 1500, list(range(1500, 0, -1))):
        yield from ({"nums": nums, "k": k} for k in (1, 2, 750, 1500))


def generated() -> st.SearchStrategy[Arguments]:
    """Draw arrays of every kind up to 40 numbers, and a place that is often the first or last."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield growing arrays of each order and spread of values, with k small, middling and n."""
    rng = random.Random(20260102)
    for n in (200, 2_000, MAX_LENGTH):
        spread = [rng.randint(-MAX_VALUE, MAX_VALUE) for _ in range(n)]
        ordered = sorted(spread)
        yield n, {"nums": spread, "k": n // 2}
        yield n, {"nums": ordered, "k": n // 2}
        yield n, {"nums": ordered[::-1], "k": n // 2}
        yield n, {"nums": [-3] * n, "k": n // 2}
    yield n, {"nums": ordered, "k": 1}
    yield n, {"nums": ordered, "k": n}
    yield n, {"nums": ordered[::-1], "k": 1}
    yield n, {"nums": ordered[::-1], "k": n}
    yield n, {"nums": [rng.choice((-2, 0, 1)) for _ in range(n)], "k": n // 3}
    # One number apart from all the others, and asked for: a search that keeps the others' equals
    # on its side looks at all of them again and again.
    yield n, {"nums": [4] * (n // 2) + [3] + [4] * (n // 2 - 1), "k": n}
    yield n, {"nums": [4] * (n // 2) + [5] + [4] * (n // 2 - 1), "k": 1}
    rising = ordered[::2]
    yield n, {"nums": rising + rising[::-1], "k": n // 2}
    yield n, {"nums": rising[::-1] + rising, "k": n}
    yield n, {"nums": [x % 100 - 10_000 for x in range(n)], "k": 1}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n numbers without order, and the middle place."""
    return {"nums": rng.choices(range(-MAX_VALUE, MAX_VALUE + 1), k=n), "k": (n + 1) // 2}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"nums", "k"}:
        return "the arguments must be exactly nums and k"
    nums, k = arguments["nums"], arguments["k"]
    if not isinstance(nums, list) or not 1 <= len(nums) <= MAX_LENGTH:
        return f"nums must be a list of 1 to {MAX_LENGTH} numbers"
    if any(type(x) is not int or abs(x) > MAX_VALUE for x in nums):
        return f"nums must hold integers from -{MAX_VALUE} to {MAX_VALUE}"
    if type(k) is not int or not 1 <= k <= len(nums):
        return "k must be an integer from 1 to the length of nums"
    return None


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    spread = draw(st.sampled_from((9, 2, 1, 50, MAX_VALUE)))
    lowest = draw(st.sampled_from((-spread, 0, 1)))
    highest = draw(st.sampled_from((spread, spread, max(lowest, -1))))
    fewest = draw(st.sampled_from((1, 1, 2, 10, BIGGEST_DRAWN)))
    nums = draw(
        st.lists(
            st.integers(lowest, highest), min_size=fewest, max_size=max(fewest, BIGGEST_DRAWN // 2)
        )
    )
    order = draw(st.sampled_from(("as drawn", "sorted", "reversed", "organ pipe")))
    # k counts from either end, so that shrinking reaches k = 1 and k = n alike.
    k = 1 + min(draw(st.integers(0, BIGGEST_DRAWN)), len(nums) - 1)
    if draw(st.booleans()):
        k = len(nums) + 1 - k
    return {"nums": _arranged(nums, order), "k": k}


def _arranged(nums: list[int], order: str) -> list[int]:
    if order == "as drawn":
        return nums
    rising = sorted(nums)
    if order == "organ pipe":
        return rising[::2] + rising[1::2][::-1]
    return rising if order == "sorted" else rising[::-1]
