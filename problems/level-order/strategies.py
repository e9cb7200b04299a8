"""Inputs of `level-order`: trees, and what makes one valid."""

import random
from collections.abc import Iterator
from typing import Any

from _shared import trees
from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_NODES = 2_000
MAX_VALUE = 1_000
SIZES = (1, MAX_NODES)


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    for root in (
        [],
        [0],
        [1],
        [-1],
        [1, 2],
        [1, None, 2],
        [1, 2, 3],
        [1, 3, 2],
        [1, 1, 1],
        [0, 0, 0],
        [0, None, 0],
        [0, 1],
        [1, 0],
        [1, 2, None, 3],
        [1, 2, None, None, 3],
        [1, None, 2, 3],
        [1, None, 2, None, 3],
        [1, 2, 3, 4],
        [1, 2, 3, None, 4],
        [1, 2, 3, None, None, 4],
        [1, 2, 3, None, None, None, 4],
        [1, 2, 3, 4, None, None, 5],
        [1, 2, 3, None, 4, 5],
        [1, 2, 3, 4, 5, 6, 7],
        [7, 6, 5, 4, 3, 2, 1],
        [3, 9, 20, None, None, 15, 7],
        [MAX_VALUE, -MAX_VALUE, MAX_VALUE],
        [1, 2, 2, 3, 4, 4, 3],
        [6, 5, 7],
        [-5, -6],
        [-3, -4],
        [-2, -6, -3],
        [4] * 7,
        [1, 2, 3, 2, 1],
        [0, 2, 4, 1, None, 3, -1, 5, 1, None, 6, None, 8],
    ):
        yield {"root": root}
    rng = random.Random(20260306)
    for n in range(4, 41):  # a mistake may show at one size only
        yield {"root": trees.scattered(range(1, n + 1), rng)}
    for sides in ("l", "r", "lr"):
        yield {"root": trees.chain(range(600), sides)}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw trees of up to 25 nodes, with few different values or many."""
    values = st.integers(0, 3) | st.integers(-9, 9) | st.integers(-MAX_VALUE, MAX_VALUE)
    return st.fixed_dictionaries({"root": trees.level_orders(values)})


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield trees of all nodes, wide ones and chains."""
    rng = random.Random(20260307)
    for n in (500, MAX_NODES):
        yield n, sized(n, rng)
    values = rng.choices(range(-MAX_VALUE, MAX_VALUE + 1), k=n)
    yield n, {"root": values}
    yield n, {"root": trees.chain(values, "lr")}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return a tree of n nodes."""
    values = rng.choices(range(-MAX_VALUE, MAX_VALUE + 1), k=n)
    return {"root": trees.scattered(values, rng)}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"root"}:
        return "the arguments must be exactly root"
    return trees.why_no_tree(arguments["root"], (0, MAX_NODES), (-MAX_VALUE, MAX_VALUE))
