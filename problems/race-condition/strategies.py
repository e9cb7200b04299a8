"""Scenarios of `race-condition`: calls before, of two or three threads at a time, and after."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Call = list[Any]

#: Method -> the kinds of its arguments: a name, an amount from 1 on, or one from 0 on.
METHODS = {
    "open": ("name", "start"),
    "deposit": ("name", "amount"),
    "withdraw": ("name", "amount"),
    "transfer": ("name", "name", "amount"),
    "balance": ("name",),
    "total": (),
}
LARGEST = 10**9
MOST_THREADS, MOST_CALLS, MOST_AROUND = 3, 6, 6
NAMES, AMOUNTS = ("a", "b"), (1, 2, 5, 9, 10, 11)
#: As many are drawn for the tests: each is played under some hundred schedules.
MOST_INPUTS = 12
RICH: list[Call] = [["open", "a", 10], ["open", "b", 10]]
BOTH: list[Call] = [["balance", "a"], ["balance", "b"]]


def edges() -> Iterator[Arguments]:
    """Yield the smallest scenario of every well-known race."""
    yield _of([], [["open", "a", 1]], [["open", "a", 2]], after=[["balance", "a"]])
    yield _of([], [["open", "a", 1]], [["open", "b", 2]], after=[["total"]])
    yield _of([], [["open", "a", 5]], [["deposit", "a", 2]], after=[["balance", "a"]])
    yield _of(RICH[:1], [["deposit", "a", 5]], [["withdraw", "a", 3]], after=[["balance", "a"]])
    yield _of(RICH[:1], [["withdraw", "a", 6]], [["withdraw", "a", 5]], after=[["balance", "a"]])
    yield _of(RICH[:1], [["withdraw", "a", 11]], [["deposit", "a", 1]], after=[["balance", "a"]])
    yield _of(RICH, [["transfer", "a", "b", 10]], [["withdraw", "a", 10]], after=BOTH)
    yield _of(RICH, [["transfer", "a", "b", 4]], [["transfer", "b", "a", 3]], after=BOTH)
    yield _of(RICH, [["transfer", "a", "b", 4]], [["balance", "a"], ["balance", "b"]])
    yield _of(RICH, [["transfer", "a", "b", 4]], [["balance", "b"], ["balance", "a"]])
    yield _of(RICH, [["transfer", "a", "b", 10]], [["total"]])
    yield _of(RICH, [["transfer", "b", "a", 10]], [["total"]])
    yield _of(
        RICH[:1], [["transfer", "a", "a", 4]], [["deposit", "a", 3]], after=[["balance", "a"]]
    )
    yield _of(RICH[:1], [["transfer", "a", "a", 4]], [["total"]])
    yield _of(RICH[:1], [["transfer", "a", "a", 11]], [["deposit", "a", 1]])
    yield _of(RICH[:1], [["transfer", "a", "c", 4]], [["total"]], after=[["balance", "a"]])
    yield _of(RICH[:1], [["transfer", "c", "a", 4]], [["open", "c", 4]], after=[["total"]])
    yield _of(RICH[:1], [["withdraw", "a", 11], ["deposit", "a", 1]], [["deposit", "a", 2]])
    yield _of(RICH[:1], [["withdraw", "b", 1], ["open", "b", 1]], [["total"]], after=[["total"]])
    yield _of(RICH[:1], [["open", "a", 5]], [["balance", "a"], ["open", "a", 6]])
    # Who adds up the names that were there misses the account, and may see what came after it.
    yield _of(RICH[:1], [["open", "b", 7], ["deposit", "a", 1]], [["total"]])
    yield _of(RICH, [["open", "c", 7]], [["total"]], [["transfer", "a", "b", 2]])
    yield _of(
        [*RICH, ["open", "c", 10]],
        [["transfer", "a", "b", 1]],
        [["transfer", "b", "c", 2]],
        [["transfer", "c", "a", 3]],
        after=[*BOTH, ["balance", "c"]],
    )
    yield _of(
        RICH[:1],
        [["deposit", "a", 1]],
        [["deposit", "a", 2]],
        [["deposit", "a", 4]],
        after=[["balance", "a"]],
    )
    yield _of(
        RICH,
        [["deposit", "a", 1], ["balance", "a"]],
        [["withdraw", "a", 2], ["balance", "a"]],
        after=[["total"]],
    )


def _of(before: list[Call], *threads: list[Call], after: list[Call] | None = None) -> Arguments:
    return {"before": list(before), "threads": list(threads), "after": list(after or [])}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw one of a few scenarios in which threads meet at two accounts."""
    rng = random.Random(20260412)
    return st.sampled_from([_drawn(rng, threads=2 + number % 2) for number in range(MOST_INPUTS)])


def _drawn(rng: random.Random, *, threads: int) -> Arguments:
    most = 1 if threads == MOST_THREADS else 2
    lists = [[_call(rng) for _ in range(rng.randint(1, most))] for _ in range(threads)]
    before = rng.choice((RICH, RICH[:1]))
    return _of(before, *lists, after=[*BOTH, ["total"]])


def _call(rng: random.Random) -> Call:
    method = rng.choice(list(METHODS))
    kinds = METHODS[method]
    return [method, *(rng.choice(NAMES if kind == "name" else AMOUNTS) for kind in kinds)]


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield nothing: more calls make a race no likelier, and every order of them is tried."""
    yield from ()


def validate(arguments: Arguments) -> str | None:
    """Return why a scenario is outside the constraints, or None."""
    if set(arguments) != {"before", "threads", "after"}:
        return "a scenario has before, threads and after"
    threads = arguments["threads"]
    if not isinstance(threads, list) or not 2 <= len(threads) <= MOST_THREADS:
        return f"there are 2 to {MOST_THREADS} threads"
    if not all(isinstance(one, list) and one for one in threads):
        return "each thread is a list of calls, and none is empty"
    if sum(map(len, threads)) > MOST_CALLS:
        return f"the threads make at most {MOST_CALLS} calls"
    around = [arguments["before"], arguments["after"]]
    if not all(isinstance(calls, list) and len(calls) <= MOST_AROUND for calls in around):
        return f"before and after are lists of at most {MOST_AROUND} calls"
    for calls in [*around, *threads]:
        for call in calls:
            reason = _call_reason(call)
            if reason is not None:
                return reason
    return None


def _call_reason(call: Any) -> str | None:
    if not isinstance(call, list) or not call or not isinstance(call[0], str):
        return "a call is a list of a method's name and its arguments"
    kinds = METHODS.get(call[0])
    if kinds is None or len(call) != len(kinds) + 1:
        return "a call is of no method, or has too few or too many arguments"
    for kind, value in zip(kinds, call[1:], strict=True):
        if kind == "name":
            if not isinstance(value, str) or not 1 <= len(value) <= 20 or not value.isascii():
                return "an account is a text of 1 to 20 ASCII characters"
        elif type(value) is not int or not (kind == "amount") <= value <= LARGEST:
            return f"amounts are integers from 1 (open: 0) to {LARGEST:,}"
    return None
