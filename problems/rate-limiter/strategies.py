"""Inputs of `rate-limiter`: requests of several clients in the order of time."""

import random
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LIMIT = 100_000
MAX_WINDOW = 1_000_000_000
MAX_TIME = 10_000_000_000_000
MAX_CALLS = 1_000_000
SIZES = (1, MAX_CALLS)
MAX_CLIENT = 20
CLIENTS = ("a", "b", "c")
EPOCH = 1_700_000_000_000
LIMITS_AND_WINDOWS = ((1, 2), (1, 1), (1, 10), (2, 3), (2, 10), (3, 5), (3, 1000), (5, 60_000))


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, and the boundaries."""
    yield _one_client(1, 1, [0])
    yield _one_client(1, 1, [0, 0])
    yield _one_client(1, 1, [0, 1])
    yield _one_client(1, 2, [0, 1])
    yield _one_client(1, 2, [1, 2])
    yield _one_client(1, 2, [0, 2])
    yield _one_client(1, 2, [0, 1, 2])
    yield _one_client(1, 2, [0, 1, 2, 3, 4])
    yield _one_client(1, 10, [9, 10])
    yield _one_client(1, 10, [9, 18, 19])
    yield _one_client(1, 10, [0, 9, 10, 19, 20])
    yield _one_client(2, 10, [0, 0, 0])
    yield _one_client(2, 10, [0, 5, 9, 10, 15])
    yield _one_client(2, 10, [0, 9, 10, 11, 19, 20])
    yield _one_client(2, 10, [5, 5, 14, 15, 15, 15])
    yield _one_client(3, 10, [0, 1, 2, 3, 9, 10, 11, 12, 13])
    yield _one_client(
        2, 1000, [EPOCH, EPOCH, EPOCH + 999, EPOCH + 1000, EPOCH + 1000, EPOCH + 1001]
    )
    for limit in range(2, 14):  # the limit reached at once, and asked for just before it is over
        yield _one_client(limit, 10, [0] * (limit + 1) + [9, 9, 10, 10, 11])
        yield _one_client(limit, limit + 2, [*range(limit + 4), limit + 4, limit + 4])
    yield _one_client(1, MAX_WINDOW, [0, MAX_WINDOW - 1, MAX_WINDOW])
    yield _one_client(MAX_LIMIT, MAX_WINDOW, [MAX_TIME, MAX_TIME])
    yield _sequence(1, 10, [("a", 0), ("b", 0), ("a", 0), ("b", 0)])
    yield _sequence(1, 10, [("a", 0), ("b", 5), ("a", 9), ("a", 10), ("b", 10), ("b", 15)])
    yield _sequence(2, 10, [("a", 0), ("b", 1), ("a", 2), ("a", 3), ("b", 4), ("b", 5), ("a", 10)])
    yield _sequence(1, 5, [("a", 0), ("A", 0), ("a ", 0), ("é", 0), ("é", 1), ("a", 5)])
    yield {"calls": ["RateLimiter"], "arguments": [[1, 1]]}
    yield from _long_runs()


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 40 requests of up to three clients whose gaps are often about one window."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield one busy client, many live clients, and a great many clients that pass by."""
    rng = random.Random(20260105)
    for n in (1_000, 60_000):
        limit = n // 3
        yield n, _sequence(limit, n // 2, (("busy", now) for now in range(n)))
        yield n, _sequence(3, 50, ((f"u{rng.randrange(n // 20)}", now // 4) for now in range(n)))
        yield n, _sequence(1, n, (("x" if now % 2 else "y", now) for now in range(n)))
    yield MAX_CALLS, _sequence(1, 100, _passers_by())


def _passers_by() -> Iterator[tuple[str, int]]:
    """Yield 900 new clients every 10 ms, and 100 of those before who ask again too early.

    So some 10,000 of them are live at any time, and whoever forgets one is seen. A letter outside
    Latin-1 doubles a text in memory: whoever keeps but the name of every client keeps too much.
    """
    for step in range(MAX_CALLS // 1_000):
        for number in range(900):
            yield f"user-{step * 900 + number:07}@Ełk", step * 10
        earlier = max(step - 1 - step % 9, 0) * 900
        for number in range(100):
            yield f"user-{earlier + number * 9:07}@Ełk", step * 10


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n requests of ten clients; half of them lie in the window, and most are refused."""
    now = rng.randrange(EPOCH)
    times = accumulate([now, *rng.choices((0, 0, 1, 1, 3), k=n - 1)])
    requests = zip(rng.choices("abcdefghij", k=n), times, strict=True)
    return _sequence(n // 50 + 1, n // 2 + 1, requests)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "RateLimiter" or len(calls) > MAX_CALLS + 1:
        return f"the calls must be RateLimiter and at most {MAX_CALLS} others"
    if any(name != "allow" for name in calls[1:]):
        return "every call but the first must be allow"
    if any(not isinstance(values, list) or len(values) != 2 for values in given):
        return "every call takes two arguments"
    limit, window = given[0]
    if not _integer(limit, 1, MAX_LIMIT) or not _integer(window, 1, MAX_WINDOW):
        return f"limit must be 1 to {MAX_LIMIT} and window_ms 1 to {MAX_WINDOW}"
    return _request_fault(given[1:])


def _request_fault(requests: list[Any]) -> str | None:
    before = 0
    for client, now in requests:
        if not isinstance(client, str) or not 1 <= len(client) <= MAX_CLIENT:
            return f"a client must be a text of 1 to {MAX_CLIENT} characters"
        if not _integer(now, before, MAX_TIME):
            return f"a time must be an integer up to {MAX_TIME} and must not decrease"
        before = now
    return None


def _integer(value: Any, lowest: int, highest: int) -> bool:
    return type(value) is int and lowest <= value <= highest


def _sequence(limit: int, window: int, requests: Iterable[tuple[str, int]]) -> Arguments:
    given: list[list[Any]] = [[limit, window], *([client, now] for client, now in requests)]
    return {"calls": ["RateLimiter", *["allow"] * (len(given) - 1)], "arguments": given}


def _one_client(limit: int, window: int, times: list[int]) -> Arguments:
    return _sequence(limit, window, [("a", now) for now in times])


def _long_runs() -> Iterator[Arguments]:
    """Yield a long life of a limiter of each small limit, with bursts and pauses."""
    rng = random.Random(20260112)
    for limit in (*range(1, 11), 20):
        for window in (1, 7, 1_000):
            now, requests = rng.choice((0, EPOCH)), []
            gaps = (0, 0, 0, 1, max(1, window // limit), window - 1, window)
            for _ in range(20 + 6 * limit):
                now += rng.choices(gaps, (6, 6, 6, 6, 6, 1, 1))[0]
                requests.append((rng.choice("aaabc"), now))
            yield _sequence(limit, window, requests)


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    limit, window = draw(st.sampled_from(LIMITS_AND_WINDOWS))
    gaps = sorted({0, 1, 2, window // 2, window - 1, window, window + 1})
    clients = draw(st.sampled_from((CLIENTS[:1], CLIENTS[:2], CLIENTS)))
    steps = st.sampled_from([(client, gap) for gap in gaps for client in clients])
    fewest = draw(st.sampled_from((1, 4, 12, 30)))
    now = draw(st.sampled_from((0, 1, window - 1, EPOCH)))
    requests = []
    for client, gap in draw(st.lists(steps, min_size=fewest, max_size=max(20, fewest))):
        now += gap
        requests.append((client, now))
    return _sequence(limit, window, requests)
