"""Inputs of `validate-bst`: search trees, and such with one value out of place."""

import random
from collections.abc import Iterator
from typing import Any

from _shared import trees
from _shared.inputs import different
from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_NODES = 10_000
LEAST, MOST = -(2**31), 2**31 - 1
SIZES = (1, MAX_NODES)


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    yield from different(_edges())


def _edges() -> Iterator[Arguments]:
    for root in (
        [0],
        [-1],
        [LEAST],
        [MOST],
        [LEAST, None, MOST],
        [MOST, LEAST],
        [MOST, None, MOST],
        [LEAST, LEAST],
        [1, 1],
        [1, None, 1],
        [0, 0],
        [0, None, 0],
        [2, 1],
        [1, 2],
        [1, None, 2],
        [2, None, 1],
        [0, -1],
        [0, None, -1],
        [0, 1],
        [-1, None, 0],
        [-1, 0],
        [1, None, 0],
        [2, 1, 3],
        [2, 3, 1],
        [1, 2, 3],
        [3, 2, 1],
        [2, 2, 2],
        [2, 1, 2],
        [2, 2, 3],
        [5, 1, 4, None, None, 3, 6],
        [5, 4, 6, None, None, 3, 7],
        [5, 2, 8, None, 6],
        [5, 2, 8, None, 5],
        [5, 2, 8, None, None, 5],
        [0, None, 2, -1],
        [0, None, 2, 0],
        [0, -2, None, None, 1],
        [0, -2, None, None, 0],
        [3, 1, 5, 0, 2, 4, 6],
        [3, 1, 5, 0, 4, 2, 6],
        [10, 5, 15, None, None, 6, 20],
        [32, 26, 47, 19, None, None, 56, None, 27],
        [3, None, 30, 10, None, None, 15, None, 45],
        [8, 4, 12, 2, 6, 10, 14, 1, 3, 5, 9],
        [8, 4, 12, 2, 6, 10, 14, None, None, None, None, 7],
        [8, 4, 12, 2, 6, 10, 14, None, None, None, None, None, 13],
        [9, 10, 100, -9, -10],
        [-7, -9, -5],
        [4] * 7,
        [6] * 6,
        [5, 5, 2, 5],
        [2, 2, 2, 2, 2, 1],
        [3, 3, 1, 3, None, None, 3],
        [2, 1, 4, 1, 2, 4],
        [1, 2, 3, 2, 1],
        [120, 70, 140, 50, 100, 130, 160, 20, 55, 75, 110, 119, 135, 150, 200],
    ):
        yield {"root": root}
    rng = random.Random(20260304)
    for n in range(4, 41):  # a mistake may show at one size only
        root = trees.filled(trees.scattered([0] * n, rng), range(-(n // 2), n - n // 2))
        yield {"root": root}
        yield {"root": _spoilt(root, rng.randrange(n), rng.randint(-n, n))}
    for sides in ("l", "r", "lr", "rl"):
        rising = trees.filled(trees.chain([0] * 1_200, sides), range(1_200))
        yield {"root": rising}
        yield {"root": _spoilt(rising, 1_199, 600)}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw search trees of up to 20 nodes; in half of them one value is another one."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield search trees, wide ones and chains: whoever finds no fault looks at all of it."""
    rng = random.Random(20260305)
    for n in (1_000, MAX_NODES):
        yield n, sized(n, rng)
    for sides in ("l", "r", "lr"):
        yield n, {"root": trees.filled(trees.chain([0] * n, sides), range(n))}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return a search tree of n nodes."""
    values = sorted(rng.sample(range(LEAST, MOST + 1), n))
    return {"root": trees.filled(trees.scattered([0] * n, rng), values)}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"root"}:
        return "the arguments must be exactly root"
    return trees.why_no_tree(arguments["root"], (1, MAX_NODES), (LEAST, MOST))


def _spoilt(root: trees.LevelOrder, place: int, value: int) -> trees.LevelOrder:
    """Return the tree with another value at the place-th of its nodes, in order."""
    changed = list(root)
    changed[trees.in_order(root)[place]] = value
    return changed


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    spread = draw(st.sampled_from((5, 12, 60, MOST)))
    numbers = st.integers(max(-spread, LEAST), spread)
    values = sorted(draw(st.sets(numbers, min_size=1, max_size=20)))
    shape = draw(trees.level_orders(st.just(0), min_size=len(values), max_size=len(values)))
    root = trees.filled(shape, values)
    if draw(st.booleans()):
        # Next to one that is there: equal to it, or a little on its wrong side.
        near = draw(st.sampled_from(values)) + draw(st.integers(-1, 1))
        place = draw(st.integers(0, len(values) - 1))
        root = _spoilt(root, place, min(max(near, LEAST), MOST))
    return {"root": root}
