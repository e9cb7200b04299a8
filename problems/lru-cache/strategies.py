"""Inputs of `lru-cache`: sequences of calls on one cache."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_CAPACITY = 100_000
MAX_CALLS = 200_000
MAX_NUMBER = 1_000_000_000
SIZES = (1, MAX_CALLS)
VALUES = (1, 2, 0, 3, MAX_NUMBER)
ARITY = {"get": 1, "put": 2}
METHODS = list(ARITY)  # a list bears to be asked for what cannot be hashed


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, and the boundaries."""
    yield _played(1, "g1")
    yield _played(1, "p1=1 g1")
    yield _played(1, "p0=0 g0")
    yield _played(1, "p1=0 g1 g0")
    yield _played(1, "p1=1 p2=2 g1 g2")
    yield _played(1, "p1=1 p1=2 g1")
    yield _played(1, "p1=1 p1=1 p2=2 g1 g2")
    yield _played(1, "p1=1 g2 p2=2 g1 g2")
    yield _played(2, "p1=1 p2=2 g1 p3=3 g2 g1 g3")
    yield _played(2, "p1=1 p2=2 p1=3 p3=4 g1 g2 g3")
    yield _played(2, "p1=1 p2=2 p2=3 g1 g2")
    yield _played(2, "p1=1 p2=2 p1=3 g2 g1")
    yield _played(2, "p1=1 p2=2 p3=3 g1 g2 g3")
    yield _played(2, "p1=1 p2=2 g3 p3=3 g1 g2 g3")
    yield _played(2, "p2=1 p1=1 p2=3 p4=1 g1 g2")
    yield _played(2, "p1=1 p2=2 g1 g1 p3=3 p4=4 g1 g2 g3 g4")
    yield _played(2, "p1=1 p2=2 p3=3 p1=4 g1 g2 g3")
    yield _played(3, "p1=1 p2=2 p3=3 g2 p4=4 p5=5 g1 g2 g3 g4 g5")
    yield _played(3, "p1=1 p2=2 p3=3 p2=4 p4=4 p5=5 g1 g2 g3 g4 g5")
    yield _played(3, "p1=1 p2=2 p3=3 g1 g2 g3 p4=4 g1 g2 g3 g4")
    yield _played(MAX_CAPACITY, "p1=1 p2=2 g1 g2")
    yield _played(
        2, f"p{MAX_NUMBER}={MAX_NUMBER} g{MAX_NUMBER} p257=257 p258=258 g257 g{MAX_NUMBER}"
    )
    yield {"calls": ["LRUCache"], "arguments": [[1]]}
    yield from _long_runs()


def generated() -> st.SearchStrategy[Arguments]:
    """Draw a small capacity and up to 40 calls over few keys, so that keys are dropped often."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield long sequences on small and large caches: all hits, all misses, and a mix."""
    rng = random.Random(20260104)
    for n in (1_000, 60_000):
        yield n, _mixed(rng, n, capacity=n // 4, keys=n // 3)
        yield n, _mixed(rng, n, capacity=5, keys=20)
        # Nearly all of it is kept, and then looked for from the newest to the oldest: a list in
        # order of use is walked to its end.
        kept = n * 11 // 12
        fill = [("put", [key, key % 7]) for key in range(kept)]
        again = [("get", [key]) for key in range(kept - 1, -1, -6)]
        yield n, _sequence(kept, fill + again)
        yield n, _sequence(n // 4, [("put", [key, key % 7]) for key in range(n)])


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls, half of each kind, on a cache that holds three keys of four."""
    return _mixed(rng, n, capacity=n // 4 + 1, keys=n // 3 + 1)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "LRUCache" or len(calls) > MAX_CALLS + 1:
        return f"the calls must be LRUCache and at most {MAX_CALLS} others"
    if not _numbers(given[0], 1) or not 1 <= given[0][0] <= MAX_CAPACITY:
        return f"capacity must be an integer from 1 to {MAX_CAPACITY}"
    for name, values in zip(calls[1:], given[1:], strict=True):
        if name not in METHODS or not _numbers(values, ARITY[name]):
            return f"{name!r} must be get or put with integers from 0 to {MAX_NUMBER}"
    return None


def _numbers(values: Any, count: int) -> bool:
    return (
        isinstance(values, list)
        and len(values) == count
        and all(type(value) is int and 0 <= value <= MAX_NUMBER for value in values)
    )


def _sequence(capacity: int, calls: list[tuple[str, list[int]]]) -> Arguments:
    return {
        "calls": ["LRUCache", *(name for name, _ in calls)],
        "arguments": [[capacity], *(values for _, values in calls)],
    }


def _played(capacity: int, script: str) -> Arguments:
    """Return the calls of a script like `p1=10 g1`."""
    calls = []
    for word in script.split():
        name = "get" if word[0] == "g" else "put"
        calls.append((name, [int(number) for number in word[1:].split("=")]))
    return _sequence(capacity, calls)


def _mixed(rng: random.Random, count: int, capacity: int, keys: int) -> Arguments:
    # Far apart, so that keys which share a place in a table of fixed size occur.
    known = rng.sample(range(MAX_NUMBER + 1), keys)
    calls = []
    for _ in range(count):
        key = rng.choice(known)
        calls.append(("get", [key]) if rng.random() < 0.5 else ("put", [key, rng.randrange(100)]))
    return _sequence(capacity, calls)


def _long_runs() -> Iterator[Arguments]:
    """Yield a long life of a cache of each small capacity, every key looked up at its end."""
    rng = random.Random(20260111)
    for capacity in (*range(1, 13), 20, 33):
        keys = range(capacity + 1 + capacity // 3)
        calls: list[tuple[str, list[int]]] = []
        for _ in range(12 * len(keys)):
            key = rng.choice(keys)
            calls.append(rng.choice((("get", [key]), ("put", [key, rng.choice(VALUES)]))))
        yield _sequence(capacity, [*calls, *(("get", [key]) for key in keys)])


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    capacity = draw(st.sampled_from((2, 1, 3, 4, 6)))
    keys = range(draw(st.sampled_from((4, 6, 10, 3))))
    # One draw a call: what a call does is looked up, so a call less is one draw less.
    choices = [("get", [key]) for key in keys]
    choices += [("put", [key, value]) for value in VALUES for key in keys]
    fewest = draw(st.sampled_from((1, 4, 12, 25)))
    calls = st.lists(st.sampled_from(choices), min_size=fewest, max_size=40)
    return _sequence(capacity, draw(calls))
