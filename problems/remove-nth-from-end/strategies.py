"""Inputs of `remove-nth-from-end`: the values of one list, and a place counted from its end."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 5_000
MAX_VALUE = 100
SIZES = (1, MAX_LENGTH)


def edges() -> Iterator[Arguments]:
    """Yield every place of short lists: the smallest input of every well-known mistake."""
    for values in (
        [1],
        [0],
        [1, 2],
        [0, 0],
        [2, 1],
        [1, 2, 3],
        [1, 1, 2],
        [0, 1, 0],
        [5, 7, 5],
        [MAX_VALUE, 0, MAX_VALUE],
        [1, 2, 3, 4],
        [1, 2, 1, 2, 1],
        [9, 8, 7, 6, 5, 4],
        [9, 7, 8],
        [8, 9, 6, 7],
        [3] * 7,
        list(range(1, 13)),
    ):
        yield from ({"head": values, "n": n} for n in range(1, len(values) + 1))
    for length in range(7, 41):  # a mistake may show at one length only
        values = list(range(length, 0, -1)) if length < 13 else list(range(1, length + 1))
        middles = {length // 2, (length + 1) // 2}
        yield from ({"head": values, "n": n} for n in (1, *sorted(middles), length))
    long = [x % 100 for x in range(1_200)]
    yield from ({"head": long, "n": n} for n in (1, 600, 1_200))


def generated() -> st.SearchStrategy[Arguments]:
    """Draw lists of up to 30 values and any place of them."""
    values = st.lists(st.integers(0, 3) | st.integers(0, MAX_VALUE), min_size=1, max_size=30)
    return values.flatmap(
        lambda drawn: st.fixed_dictionaries(
            {"head": st.just(drawn), "n": st.integers(1, len(drawn))}
        )
    )


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield a list of middling length and longest ones, with the first and last place."""
    rng = random.Random(20260302)
    for length in (500, MAX_LENGTH):
        yield length, sized(length, rng)
    yield length, sized(length, rng) | {"n": 1}
    yield length, sized(length, rng) | {"n": length}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return a list of n values, and its middle place."""
    return {"head": rng.choices(range(MAX_VALUE + 1), k=n), "n": (n + 1) // 2}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"head", "n"}:
        return "the arguments must be exactly head and n"
    values, n = arguments["head"], arguments["n"]
    if not isinstance(values, list) or not 1 <= len(values) <= MAX_LENGTH:
        return f"head must be a list of 1 to {MAX_LENGTH} values"
    if any(type(x) is not int or not 0 <= x <= MAX_VALUE for x in values):
        return f"head must hold integers from 0 to {MAX_VALUE}"
    if type(n) is not int or not 1 <= n <= len(values):
        return "n must be an integer from 1 to the length of the list"
    return None
