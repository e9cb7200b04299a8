"""Inputs of `search-rotated`: short arrays with every rotation and target, and long ones."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 20_000
MAX_VALUE = 1_000_000
SIZES = (1, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield every rotation of up to five numbers with each target there, and those between."""
    for n in range(1, 6):
        rising = [2 * i + 1 for i in range(n)]
        for turn in range(n):
            for target in range(2 * n + 1):
                yield _rotated(rising, turn, target)
    for turn in range(7):
        targets = (-9, -1, 0, 8, 30, 31, -10)
        yield from (_rotated([-9, -5, -1, 0, 4, 8, 30], turn, target) for target in targets)
    least, most = -MAX_VALUE, MAX_VALUE
    for nums in ([least], [most], [0], [least, most], [most, least], [most, least, 0], [-1]):
        yield from ({"nums": nums, "target": t} for t in (least, -1, 0, most, least + 1))
    rng = random.Random(20261105)
    for n in range(6, 66):  # a mistake may show at one length only
        rising = sorted(rng.sample(range(-99, 100), n))
        yield _rotated(rising, rng.randrange(n), rng.choice(rising))
        yield _rotated(rising, rng.choice((0, 1, n - 1)), rng.choice(rising))
        yield _rotated(rising, rng.randrange(n), rng.randint(-100, 100))
    wide = sorted(rng.sample(range(-300, 300), 37))
    for place in range(37):  # or at one place, or at one rotation
        yield _rotated(wide, place, wide[0])
        if 0 < place < 36:
            yield _rotated(wide, 11, wide[place])
        yield _rotated(wide, place, wide[-1])
    for n in (99, 100, 101, 127, 128, 129, 255, 256, 257, 500, 1000, 1024):
        rising = list(range(-n, n, 2))
        yield _rotated(rising, n // 3, -n)
        yield _rotated(rising, n - 1, n - 2)
        yield _rotated(rising, n // 2, 1 - n % 2)


def generated() -> st.SearchStrategy[Arguments]:
    """Draw an array with small or wide gaps, any rotation, and a target that is often there."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield long arrays with few and with many elements in front of the smallest."""
    for n in (100, 2_000):
        yield n, _rotated(range(0, 3 * n, 3), n // 3, 3 * (n // 2))
    n = MAX_LENGTH
    rising = range(-n, n, 2)
    yield n, _rotated(rising, n - 1, n - 2)
    yield n, _rotated(rising, n // 2, -n)
    yield n, _rotated(rising, 0, 3)
    yield n, _rotated(rising, 1, -n)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n numbers, rotated anyhow, and the number in one of the last places as the target."""
    start, turn = rng.randrange(-MAX_VALUE, MAX_VALUE - 20 * n), rng.randrange(n)
    rising = [start + 20 * i + rng.randrange(20) for i in range(n)]
    nums = rising[turn:] + rising[:turn]
    return {"nums": nums, "target": nums[-1 - rng.randrange(1 + n // 50)]}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"nums", "target"}:
        return "the arguments must be exactly nums and target"
    nums, target = arguments["nums"], arguments["target"]
    if not isinstance(nums, list) or not 1 <= len(nums) <= MAX_LENGTH:
        return f"nums must be a list of 1 to {MAX_LENGTH} numbers"
    if any(type(x) is not int or abs(x) > MAX_VALUE for x in [*nums, target]):
        return f"nums and target must be integers from -{MAX_VALUE} to {MAX_VALUE}"
    falls = sum(a > b for a, b in zip(nums, nums[1:] + nums[:1], strict=True))
    if len(set(nums)) < len(nums) or falls > 1:
        return "nums must be different numbers in rising order, rotated"
    return None


def _rotated(rising: Any, turn: int, target: int) -> Arguments:
    """Return the array with its first `turn` elements put behind its end."""
    rising = list(rising)
    return {"nums": rising[turn:] + rising[:turn], "target": target}


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    spread = draw(st.sampled_from((9, 20, 60, MAX_VALUE)))
    fewest = draw(st.sampled_from((1, 1, 2, 3, 8)))
    numbers = st.lists(st.integers(-spread, spread), min_size=fewest, max_size=19, unique=True)
    rising = sorted(draw(numbers))
    turn = draw(st.integers(0, len(rising) - 1))
    if draw(st.sampled_from((True, True, False))):
        return _rotated(rising, turn, rising[draw(st.integers(0, len(rising) - 1))])
    near = rising[draw(st.integers(0, len(rising) - 1))] + draw(st.sampled_from((-1, 1)))
    return _rotated(rising, turn, max(-MAX_VALUE, min(MAX_VALUE, near)))
