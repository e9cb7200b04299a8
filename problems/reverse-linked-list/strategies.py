"""Inputs of `reverse-linked-list`: the values of one list."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 5_000
MAX_VALUE = 5_000
SIZES = (1, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    for values in (
        [],
        [0],
        [1],
        [1, 2],
        [2, 1],
        [1, 1],
        [0, 0],
        [0, 1],
        [1, 2, 3],
        [3, 2, 1],
        [2, 1, 3],
        [1, 1, 2],
        [1, 2, 1],
        [0, 0, 1],
        [-1, 0, 1],
        [MAX_VALUE, -MAX_VALUE],
        [1, 2, 3, 4],
        [1, 2, 2, 1],
        [9, 10, 100, -9, -10],
        [6, 4, 5],
        [7, 9, 5],
        [-5, -9],
        [-6, -4, -8],
        [-3, -3, -7],
        [8, 5, 3, 1, -2],
    ):
        yield {"head": values}
    for n in range(5, 41):  # a mistake may show at one length only
        yield {"head": list(range(1, n + 1))}
    yield {"head": [7] * 50}
    yield {"head": list(range(1_200))}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw lists of up to 30 values, few different ones or many."""
    values = st.integers(0, 3) | st.integers(-9, 9) | st.integers(-MAX_VALUE, MAX_VALUE)
    return st.fixed_dictionaries({"head": st.lists(values, max_size=30)})


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield one list of middling length and a longest one."""
    rng = random.Random(20260301)
    for n in (500, MAX_LENGTH):
        yield n, sized(n, rng)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return a list of n values."""
    return {"head": rng.choices(range(-MAX_VALUE, MAX_VALUE + 1), k=n)}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"head"}:
        return "the arguments must be exactly head"
    values = arguments["head"]
    if not isinstance(values, list) or len(values) > MAX_LENGTH:
        return f"head must be a list of at most {MAX_LENGTH} values"
    if any(type(x) is not int or abs(x) > MAX_VALUE for x in values):
        return f"head must hold integers from -{MAX_VALUE} to {MAX_VALUE}"
    return None
