"""Inputs of `network-delay`: one-way cables with times, most so that all nodes can hear."""

import random
from collections.abc import Iterator
from itertools import permutations, product
from typing import Any

from _shared.inputs import different
from hypothesis import strategies as st

Arguments = dict[str, Any]
Cables = list[list[int]]

MOST_NODES = 100
MOST_CABLES = 6_000
LONGEST = 100
SIZES = (1, MOST_NODES)


def edges() -> Iterator[Arguments]:
    """Yield all small networks, well-known shapes, and the boundaries."""
    yield from different(_edges())


def generated() -> st.SearchStrategy[Arguments]:
    """Draw a tree of cables from the sender and others beside it; sometimes one is missing."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield the most nodes: with the most cables, on a chain, and with exponentially many paths."""
    rng = random.Random(20261201)
    n = MOST_NODES
    every = [[u, v, rng.randint(0, LONGEST)] for u, v in permutations(range(1, n + 1), 2)]
    yield n, _network(rng.sample(every, MOST_CABLES), n, 1)
    ones = [[u, v, 1] for u, v in permutations(range(1, 78), 2)]
    yield n, _network([*ones, *([v, v + 1, 1] for v in range(77, n))], n, 1)
    ladder = [[a, b, 1] for a in range(1, n + 1) for b in (a + 2 + a % 2, a + 1 + a % 2) if b <= n]
    yield n, _network([*ladder, [1, 2, 1]], n, 1)
    # What is found first is never the shortest: each way round has to be improved again and again.
    falling = [
        [a, b, min(LONGEST, 2 * (b - a) - 1)] for a in range(1, n) for b in range(a + 1, n + 1)
    ]
    yield n, _network(falling, n, 1)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n nodes that can all be reached, and about twenty cables from each."""
    return _spread(rng, n, 19 * n, LONGEST)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"times", "n", "k"}:
        return "the arguments must be exactly times, n and k"
    times, n, k = arguments["times"], arguments["n"], arguments["k"]
    if type(n) is not int or not 1 <= n <= MOST_NODES:
        return f"n must be an integer from 1 to {MOST_NODES}"
    if type(k) is not int or not 1 <= k <= n:
        return "k must be an integer from 1 to n"
    if not isinstance(times, list) or len(times) > MOST_CABLES:
        return f"times must be a list of at most {MOST_CABLES} cables"
    for cable in times:
        if not isinstance(cable, list) or len(cable) != 3 or any(type(x) is not int for x in cable):
            return "each cable must be a list of three integers"
        u, v, w = cable
        if not (1 <= u <= n and 1 <= v <= n and u != v):
            return "a cable must lead from a node to another one, from 1 to n"
        if not 0 <= w <= LONGEST:
            return f"each time must be from 0 to {LONGEST}"
    if len({(u, v) for u, v, _ in times}) < len(times):
        return "no two cables may lead from a node to the same other one"
    return None


def _edges() -> Iterator[Arguments]:
    yield _network([], 1, 1)
    for n in (2, 3, 50, MOST_NODES):
        yield _network([], n, 1)
    for k in (1, 2):
        for there, back in product((None, 0, 1, 100), repeat=2):
            cables = [[1, 2, there], [2, 1, back]]
            yield _network([cable for cable in cables if cable[2] is not None], 2, k)
    for weights in product((None, 1, 3), repeat=4):
        ends = ((1, 2), (2, 3), (1, 3), (3, 2))
        cables = [[u, v, w] for (u, v), w in zip(ends, weights, strict=True) if w is not None]
        yield _network(cables, 3, 1)
    for cables, n, k in (
        ([[2, 1, 1], [2, 3, 1], [3, 4, 1]], 4, 2),
        ([[1, 2, 7], [1, 3, 2], [3, 2, 3]], 3, 1),
        ([[1, 2, 1], [2, 3, 2], [1, 3, 4]], 3, 1),
        ([[1, 2, 1], [2, 3, 7], [1, 3, 4], [2, 1, 2]], 3, 2),
        ([[1, 2, 10], [1, 3, 1], [3, 4, 1], [4, 2, 1], [2, 5, 1]], 5, 1),
        ([[1, 2, 0], [2, 3, 0], [3, 1, 0]], 3, 2),
        ([[1, 2, 0], [2, 1, 0]], 3, 1),
        ([[3, 1, 5], [3, 2, 2], [2, 1, 2], [3, 4, 1], [4, 5, 1], [5, 1, 1]], 5, 3),
    ):
        yield _network(cables, n, k)
    rng = random.Random(20261130)
    for n in range(2, 51):  # a mistake may show at one number of nodes only, or at one sender
        yield _spread(rng, n, n, rng.choice((2, 9, LONGEST)))
        yield _spread(rng, n, 3 * n, rng.choice((1, 9, LONGEST)))
        chain = [[node, node + 1, n % 4] for node in range(1, n)]
        yield _network(chain[::-1], n, 1)
        yield _network(chain, n, 1 + n % 2)
        yield _network([[n, node, node] for node in range(1, n)], n, n)
    for answer in range(1, LONGEST + 1):  # or at one time
        yield _network([[1, 2, answer], [1, 3, answer - 1], [3, 2, answer % 3]], 3, 1)
    for n in (64, 99, MOST_NODES):
        yield _spread(rng, n, 3 * n, LONGEST)
        yield _network([[node, node + 1, LONGEST] for node in range(1, n)], n, 1)


def _network(times: Cables, n: int, k: int) -> Arguments:
    return {"times": times, "n": n, "k": k}


def _spread(rng: random.Random, n: int, more: int, longest: int) -> Arguments:
    """Return n nodes reached from k by a tree of cables, and up to so many other cables."""
    nodes = rng.sample(range(1, n + 1), n)
    ends = {(nodes[rng.randrange(place)], nodes[place]) for place in range(1, n)}
    ends |= {(rng.choice(nodes), rng.choice(nodes)) for _ in range(more)}
    times = [[u, v, rng.randint(0, longest)] for u, v in sorted(ends) if u != v]
    rng.shuffle(times)
    return _network(times[:MOST_CABLES], n, nodes[0])


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    n = draw(st.integers(1, draw(st.sampled_from((4, 6, 10)))))
    nodes = draw(st.permutations(range(1, n + 1)))
    ends = [(nodes[draw(st.integers(0, place - 1))], nodes[place]) for place in range(1, n)]
    any_node = st.sampled_from(nodes)
    ends += draw(st.lists(st.tuples(any_node, any_node), max_size=2 * n))
    if ends and draw(st.integers(0, 5)) == 0:
        ends.remove(draw(st.sampled_from(ends)))
    weights = st.integers(draw(st.sampled_from((0, 1))), draw(st.sampled_from((3, 10, LONGEST))))
    different = dict.fromkeys((u, v) for u, v in ends if u != v)
    times = [[u, v, draw(weights)] for u, v in different]
    return _network(draw(st.permutations(times)), n, nodes[0])
