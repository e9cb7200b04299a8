"""Inputs of `two-sum`: lists in which exactly one pair adds up to the target."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 10_000
MAX_VALUE = 10**9
SIZES = (2, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, every place of a pair, the limits."""
    for nums, target in (
        ([1, 2], 3),
        ([2, 1], 3),
        ([0, 0], 0),
        ([3, 3], 6),
        ([0, 1], 1),
        ([-1, 0], -1),
        ([-1, -2], -3),
        ([1, -1], 0),
        ([3, 2, 4], 6),
        ([2, 4, 3], 6),
        ([-3, -2, -4], -6),
        ([0, 4, 3, 0], 0),
        ([2, 5, 5, 11], 10),
        ([5, 2, 5, 5, 1], 3),
        ([-3, 4, 3, 90], 0),
        ([3, -5, 3, 3], -2 - 2 + 2),
        ([1, 1, 1, 2, 5], 7),
        ([2, 1, 1, 1, 5], 7),
        ([5, 1, 1, 1, 2], 7),
        ([-4, 9], 5),
        ([9, -4], 5),
        ([7, 7, 1, 2, 7], 3),
        ([10, 2, 30, 4], 34),
        ([MAX_VALUE, -MAX_VALUE], 0),
        ([MAX_VALUE, 0], MAX_VALUE),
        ([0, -MAX_VALUE], -MAX_VALUE),
        ([MAX_VALUE // 2, MAX_VALUE // 2], MAX_VALUE),
        ([-MAX_VALUE // 2, -MAX_VALUE // 2, MAX_VALUE], -MAX_VALUE),
        ([256, 1, 257, 256], 512),
        ([-6, -7], -13),
        ([-5, -9, -7], -12),
        ([-4, -8, -15], -12),
        ([-7, -3, 1, 2, 8, 9], 6),
        ([9, 7, 4, 2, -6], 1),
        ([2, 9, 1, 3], 4),
        ([1, 8, 0, 5, -3], 2),
    ):
        if _pairs(nums, target) == 1:
            yield {"nums": nums, "target": target}
    rng = random.Random(20260301)
    for n in (3, 4, 5):  # a mistake may show at one place of the pair only
        for i, j in combinations(range(n), 2):
            yield _hidden([3 * rng.randint(-9, 9) for _ in range(n)], i, j, rng.randint(-9, 9))
    for n in range(6, 41):  # or at one length only
        far = [3 * rng.randint(-99, 99) for _ in range(n)]
        yield _hidden(far, 0, n - 1, rng.randint(-99, 99))
        yield _hidden(far, rng.randrange(n - 2), n - 2, rng.randint(-9, 9))
    for n in range(41, 72):
        yield _hidden([3 * rng.randint(-(10**8), 10**8) for _ in range(n)], n // 3, n - 1, 7 * n)
    for target in range(-24, 25):  # or for one target only
        yield _aimed(target, rng)


def generated() -> st.SearchStrategy[Arguments]:
    """Draw short lists with repeats, zeros and negative numbers, and often a tempting half."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield growing lists with the pair far back, in several orders and spreads."""
    rng = random.Random(20260302)
    for n in (500, MAX_LENGTH):
        yield n, _hidden([3 * x for x in range(n)], n - 2, n - 1, 5)
    rising = [3 * x - 15_000 for x in range(n)]
    yield n, _hidden(rising, 0, n - 1, 999)
    yield n, _hidden(rising[::-1], n - 3, n - 1, -40)
    yield n, _hidden([-3] * n, n // 2, n - 1, 8)
    yield n, _hidden([3 * rng.randint(-3000, 3000) for _ in range(n)], n - 2, n - 1, 77)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n numbers without order, the pair at the end."""
    return _hidden([3 * rng.randint(-(10**6), 10**6) for _ in range(n)], n - 2, n - 1, 5)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"nums", "target"}:
        return "the arguments must be exactly nums and target"
    nums, target = arguments["nums"], arguments["target"]
    if not isinstance(nums, list) or not 2 <= len(nums) <= MAX_LENGTH:
        return f"nums must be a list of 2 to {MAX_LENGTH} numbers"
    if any(type(x) is not int or abs(x) > MAX_VALUE for x in [*nums, target]):
        return f"nums and target must be integers from -{MAX_VALUE} to {MAX_VALUE}"
    pairs = _pairs(nums, target)
    return None if pairs == 1 else f"{pairs} pairs add up to the target instead of one"


def _pairs(nums: list[int], target: int) -> int:
    count = Counter(nums)
    twice = sum(many * (count[target - x] - (2 * x == target)) for x, many in count.items())
    return twice // 2


def _hidden(threes: list[int], i: int, j: int, shift: int) -> Arguments:
    """Put two numbers into multiples of 3: one above each, they alone add up to two above."""
    nums = [*threes]
    nums[i], nums[j] = 3 * shift + 1, 3 * (shift + i - j) + 1
    return {"nums": nums, "target": nums[i] + nums[j]}


def _aimed(target: int, rng: random.Random) -> Arguments:
    while True:
        nums = [rng.randint(-12, 12) for _ in range(rng.randint(4, 9))]
        if _pairs(nums, target) == 1:
            return {"nums": nums, "target": target}


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    spread = draw(st.sampled_from((9, 3, 30, 1000, MAX_VALUE // 2)))
    lowest = draw(st.sampled_from((-spread, 0, 1)))
    nums = draw(st.lists(st.integers(lowest, spread), min_size=2, max_size=14))
    sums = Counter(a + b for a, b in combinations(nums, 2))
    targets = sorted(total for total, times in sums.items() if times == 1)
    if not targets:  # all equal, for one: keep two of them
        nums = nums[:2]
        targets = [sum(nums)]
    halves = [total for total in targets if total % 2 == 0 and total // 2 in nums]
    if halves and draw(st.booleans()):
        targets = halves
    return {"nums": nums, "target": draw(st.sampled_from(targets))}
