"""Inputs of `serialize-tree`: trees to write, and texts to read, mostly with another object."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from _shared import trees
from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_NODES = 10_000
MAX_VALUE = 1_000
MAX_CALLS = 40
SIZES = (1, MAX_NODES)


def edges() -> Iterator[Arguments]:
    """Yield the smallest tree of every well-known mistake, and the boundaries."""
    small: list[trees.LevelOrder] = [
        [],
        [0],
        [1],
        [-1],
        [1, 2],
        [1, None, 2],
        [0, 0],
        [0, None, 0],
        [1, 2, 3],
        [1, 1, 1],
        [12, 1, 2],
        [1, 12, -2],
        [-1, -1, None, -1],
        [1, 2, None, 3],
        [1, None, 2, 3],
        [1, None, 2, None, 3],
        [1, 2, 3, None, None, 4, 5],
        [1, 2, 3, 4, None, None, 5],
        [MAX_VALUE, -MAX_VALUE],
        [3, 2, 4, 3],
        [5, 2, 3, None, None, 2, 4, 3, 1],
        [5, 4, 6],
        [7, 5, 9],
        [-5, -6],
        [-3, -4],
        [-2, -6, -3],
        [8, 5, 3, 1, -2],
        [1, 2, 3, 2, 1],
        [4, -7, -3, None, None, -9, -3, 9, -7, -4, None, 6, None, -6, -6],
    ]
    for root in small:
        yield _round_trips([root], [0])
    for one, other in (([1], [2]), ([], [1]), ([1, 2], [1, None, 2]), ([0], [])):
        yield _round_trips([one, other], [1, 0])
        yield _round_trips([one, other, one], [0, 2, 1, 0])
    rng = random.Random(20260308)
    for n in range(4, 41):  # a mistake may show at one size only
        values = [rng.choice((n, -n, 0, 1, 10, 11, 101)) for _ in range(n)]
        yield _round_trips([trees.scattered(values, rng)], [0])
    for sides in ("l", "r", "lr"):
        yield _round_trips([trees.chain([7] * 600, sides)], [0])


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to three trees, read back in any order."""
    values = st.integers(0, 3) | st.integers(-12, 12) | st.integers(-MAX_VALUE, MAX_VALUE)
    drawn = st.lists(trees.level_orders(values, max_size=15), min_size=1, max_size=3)
    return drawn.flatmap(
        lambda roots: st.permutations(range(len(roots))).map(
            lambda order: _round_trips(roots, order)
        )
    )


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield trees of all nodes: a scattered one and chains."""
    rng = random.Random(20260309)
    for n in (1_000, MAX_NODES):
        yield n, sized(n, rng)
    for sides in ("l", "r"):
        yield n, _round_trips([trees.chain([-1_000] * n, sides)], [0])


def sized(n: int, rng: random.Random) -> Arguments:
    """Return one round trip of a tree of n nodes."""
    values = rng.choices(range(-MAX_VALUE, MAX_VALUE + 1), k=n)
    return _round_trips([trees.scattered(values, rng)], [0])


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "Codec" or len(calls) > MAX_CALLS:
        return f"the calls must be Codec and at most {MAX_CALLS - 1} others"
    makers = [index for index, name in enumerate(calls) if name == "Codec"]
    for index, (name, values) in enumerate(zip(calls, given, strict=True)):
        reason = _why_no_call(calls, makers, index, name, values)
        if reason is not None:
            return reason
    return None


def _why_no_call(
    calls: list[str], makers: list[int], index: int, name: str, values: Any
) -> str | None:
    if name == "Codec":
        return None if values == [] else "Codec takes nothing"
    if not isinstance(values, list) or len(values) != 1:
        return f"{name} takes one argument"
    if name == "serialize":
        return trees.why_no_tree(values[0], (0, MAX_NODES), (-MAX_VALUE, MAX_VALUE))
    text = values[0]
    if name != "deserialize" or not isinstance(text, dict) or set(text) != {"result"}:
        return "deserialize takes the result of a call of serialize"
    source = text["result"]
    if type(source) is not int or not 0 < source < index or calls[source] != "serialize":
        return "deserialize takes the result of an earlier call of serialize"
    if not any(source < maker < index for maker in makers):
        return "another Codec must read the text"
    return None


def _round_trips(roots: Sequence[trees.LevelOrder], order: Sequence[int]) -> Arguments:
    """Return calls that write these trees, and read them in this order with another object."""
    count = len(roots)
    return {
        "calls": [
            "Codec",
            *["serialize"] * count,
            "Codec",
            *["deserialize"] * len(order),
        ],
        "arguments": [
            [],
            *([root] for root in roots),
            [],
            *([{"result": 1 + place}] for place in order),
        ],
    }
