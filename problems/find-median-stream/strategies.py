"""Inputs of `find-median-stream`: numbers in every order, and questions in between."""

import random
from collections.abc import Iterable, Iterator
from itertools import permutations, product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_CALLS = 50_000
MAX_VALUE = 100_000
SIZES = (2, MAX_CALLS)


def edges() -> Iterator[Arguments]:
    """Yield all orders of few numbers, asked after each one, the borders, and long lives."""
    least, most = -MAX_VALUE, MAX_VALUE
    for nums in ([0], [1], [-1], [least], [most], [least, most], [most, least], [most, most - 1]):
        yield _asked_after_each(nums)
    for nums in product((0, 1, -1, 2), repeat=3):
        yield _asked_after_each(nums)
    for nums in permutations((1, 2, 4, 7)):
        yield _asked_after_each(nums)
    for nums in (
        (1, 2, 3, 4, 5, 6),
        (6, 5, 4, 3, 2, 1),
        (5, 1, 9, 8),
        (3, 3, 3, 3),
        (1, 1, 9, 9, 5),
    ):
        yield _asked_after_each(nums)
        yield _asked_after_each([-num for num in nums])
    yield _asked_after_each([least, most, 0, most, least, 1, -1, most])
    yield _sequence([1, None, None, 2, None, None, 3, 3, None, None])
    yield _sequence([1, 2])
    yield {"calls": ["MedianFinder"], "arguments": [[]]}
    rng = random.Random(20261114)
    for n in range(4, 66):  # a mistake may show at one count only
        nums = [rng.randint(-n, n) for _ in range(n)]
        yield _sequence([*nums, None])
        yield _sequence([*sorted(nums, reverse=n % 2 == 0), None])
    for spread in (3, 30, 1000, MAX_VALUE):
        yield _asked_after_each(rng.randint(-spread, spread) for _ in range(130))
        yield _asked_after_each(sorted(rng.randint(-spread, spread) for _ in range(60)))
    for n in (99, 100, 101, 127, 128, 255, 256, 257, 500, 1000, 1001):
        yield _sequence([*(rng.randint(-900, 900) for _ in range(n)), None])


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 25 numbers, close together or far apart, with questions in between."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield long lives: asked after each number, in rising, falling and no order, or rarely."""
    rng = random.Random(20261115)
    for n in (200, 2_000):
        yield n, _asked_after_each(rng.randint(-MAX_VALUE, MAX_VALUE) for _ in range(n // 2))
    n = MAX_CALLS
    yield n, _asked_after_each(range(n // 2))
    yield n, _asked_after_each((-1) ** i * (i % 1_000) for i in range(n // 2))
    yield 20_000, _sequence([*(rng.randint(-999, 999) for _ in range(19_999)), None])


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls: numbers of any size in any order, each followed by a question."""
    return _asked_after_each(rng.randint(-MAX_VALUE, MAX_VALUE) for _ in range(n // 2))


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "MedianFinder" or given[0] != [] or len(calls) > MAX_CALLS + 1:
        return f"the calls must be MedianFinder without arguments and at most {MAX_CALLS} others"
    if len(calls) > 1 and calls[1] != "add_num":
        return "the first call must be add_num: there is no median yet"
    for name, values in zip(calls[1:], given[1:], strict=True):
        if name == "find_median" and values == []:
            continue
        if name != "add_num" or not _one_number(values):
            return f"{name!r} must be find_median, or add_num with -{MAX_VALUE} to {MAX_VALUE}"
    return None


def _one_number(values: Any) -> bool:
    if not isinstance(values, list) or len(values) != 1 or type(values[0]) is not int:
        return False
    return abs(values[0]) <= MAX_VALUE


def _sequence(steps: Iterable[int | None]) -> Arguments:
    """Return the calls that add each number, and ask for the median at each None."""
    steps = list(steps)
    return {
        "calls": [
            "MedianFinder",
            *("find_median" if step is None else "add_num" for step in steps),
        ],
        "arguments": [[], *([] if step is None else [step] for step in steps)],
    }


def _asked_after_each(nums: Iterable[int]) -> Arguments:
    return _sequence(step for num in nums for step in (num, None))


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    low, high = draw(
        st.sampled_from(((-3, 3), (0, 9), (-20, 20), (-9, -1), (-MAX_VALUE, MAX_VALUE)))
    )
    number = st.integers(low, high)
    fewest = draw(st.sampled_from((0, 1, 4, 10)))
    step = st.one_of(number, number, st.none())
    steps = draw(st.lists(step, min_size=fewest, max_size=25))
    order = draw(st.sampled_from(("as drawn", "as drawn", "rising", "falling")))
    if order != "as drawn":
        nums = sorted((one for one in steps if one is not None), reverse=order == "falling")
        rest = iter(nums)
        steps = [one if one is None else next(rest) for one in steps]
    return _sequence([draw(number), *steps, None])
