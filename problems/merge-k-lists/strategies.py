"""Inputs of `merge-k-lists`: rising lists, some of them empty."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LISTS = 10_000
MAX_LENGTH = 500
MAX_NODES = 10_000
MAX_VALUE = 10_000
SIZES = (1, MAX_NODES)


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    for lists in (
        [],
        [[]],
        [[], []],
        [[1]],
        [[0], []],
        [[], [0]],
        [[], [1], []],
        [[2], [1]],
        [[1], [2]],
        [[1], [1]],
        [[0], [0], [0]],
        [[1, 2], []],
        [[1, 2, 3]],
        [[1, 1], [1]],
        [[1, 3], [2]],
        [[2], [1, 3]],
        [[1, 4], [2, 3]],
        [[1, 2], [3, 4]],
        [[3, 4], [1, 2]],
        [[1], [2], [3]],
        [[3], [2], [1]],
        [[3], [1], [2], []],
        [[1, 4, 5], [1, 3, 4], [2, 6]],
        [[-2, -1], [-3, 0], [0, 0]],
        [[9, 10], [100], [-9], [-100, -10]],
        [[MAX_VALUE], [-MAX_VALUE]],
        [[1, 2, 2], [1, 1, 2]],
        [[5, 6], [], [1], [], [2, 7], [3]],
        [[1], [], [], [2]],
        [[4, 6], [5]],
        [[8], [2, 5], [3]],
        [[5], [7, 9]],
        [[-9, -5], [-7]],
        [[-4], [-6, -5]],
        [[-4, -3], [-4]],
        [[-3, -2], [-4]],
        [[-1], [-2], [-4]],
    ):
        yield {"lists": lists}
    for k in range(4, 18):  # a mistake may show at one number of lists only
        yield {"lists": [[x] for x in range(k, 0, -1)]}
        yield {"lists": [list(range(x, 30, k)) for x in range(k)]}
    yield {"lists": [[] for _ in range(40)]}
    yield {"lists": [list(range(500)), list(range(0, 1_000, 2)), list(range(100))]}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 8 lists of up to 8 values, of few different values or many."""
    values = st.integers(0, 3) | st.integers(-9, 9) | st.integers(-MAX_VALUE, MAX_VALUE)
    rising = st.lists(values, max_size=8).map(sorted)
    return st.fixed_dictionaries({"lists": st.lists(rising, max_size=8)})


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield few long lists and very many short ones."""
    rng = random.Random(20260303)
    yield 1_000, sized(1_000, rng)
    yield MAX_NODES, {"lists": _split(MAX_NODES, 20, rng)}
    yield MAX_NODES, {"lists": [[x - 5_000] for x in range(MAX_LISTS)]}
    yield MAX_NODES, {"lists": _split(MAX_NODES, MAX_LISTS // 4, rng)}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n nodes in lists of five."""
    return {"lists": _split(n, (n + 4) // 5, rng)}


def _split(n: int, k: int, rng: random.Random) -> list[list[int]]:
    """Return n random values in k rising lists, as equal in length as can be."""
    values = rng.choices(range(-MAX_VALUE, MAX_VALUE + 1), k=n)
    return [sorted(values[i::k]) for i in range(k)]


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"lists"}:
        return "the arguments must be exactly lists"
    lists = arguments["lists"]
    if not isinstance(lists, list) or len(lists) > MAX_LISTS:
        return f"lists must hold at most {MAX_LISTS} lists"
    if any(not isinstance(each, list) or len(each) > MAX_LENGTH for each in lists):
        return f"each list must have at most {MAX_LENGTH} values"
    if sum(map(len, lists)) > MAX_NODES:
        return f"there must be at most {MAX_NODES} values in all"
    if any(type(x) is not int or abs(x) > MAX_VALUE for each in lists for x in each):
        return f"the values must be integers from -{MAX_VALUE} to {MAX_VALUE}"
    if any(each != sorted(each) for each in lists):
        return "each list must rise"
    return None
