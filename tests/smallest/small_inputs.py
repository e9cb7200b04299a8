"""All small inputs of each package, the smallest first: what an exhaustive search tries."""

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, islice, permutations, product
from typing import Any

from judge.problems.problem import Problem
from judge.reduction.weights import weight

Arguments = dict[str, Any]
Call = tuple[str, list[Any]]


def small_inputs(problem: Problem, about: int | None = None) -> list[Arguments]:
    """Return a package's small inputs, by weight; each lies inside its constraints.

    `about` is how many of them to try, spread evenly; None: all.
    """
    make = _MAKERS[problem.slug]
    step = 1 if about is None else max(1, sum(1 for _ in make()) // about)
    tried = list(islice(make(), 0, None, step))
    said = problem.strategies().validated(tried)
    return sorted((one for one, of in zip(tried, said, strict=True) if of() is None), key=weight)


def _arrays() -> Iterator[Arguments]:
    for length in range(1, 5):
        for nums in product((1, 2, 3, 0, -1, -2, 10), repeat=length):
            yield from ({"nums": list(nums), "k": k} for k in range(1, length + 1))


def _texts() -> Iterator[Arguments]:
    for length in range(5):
        yield from ({"s": "".join(s)} for s in product("abcA 1é日😀", repeat=length))


def _trees() -> Iterator[Arguments]:
    for count in range(2, 6):
        values = (1, 2, 3, 4, 5, 0, -1) if count < 4 else tuple(range(1, count + 1))
        orders = permutations(values, count) if count < 5 else [values]
        for order in orders:
            for root in _level_orders(order):
                yield from ({"root": root, "p": p, "q": q} for p, q in permutations(order, 2))


def _level_orders(values: Sequence[int]) -> Iterator[list[int | None]]:
    """Yield the level orders of all trees that hold these values in this order."""

    def grown(rest: Sequence[int], waiting: int, made: list[int | None]) -> Iterator[Any]:
        if not rest:
            yield made
        elif waiting:
            for left, right in product((True, False), repeat=2):
                if left + right > len(rest) or waiting + left + right == 1:
                    continue
                taken = iter(rest)
                both = [next(taken) if there else None for there in (left, right)]
                yield from grown(rest[left + right :], waiting - 1 + left + right, made + both)

    for made in grown(values[1:], 1, [values[0]]):
        while made[-1] is None:
            made.pop()
        yield made


def _digits(longest: int) -> Iterator[Arguments]:
    for length in range(longest + 1):
        yield from ({"digits": "".join(text)} for text in product("0123456789", repeat=length))


def _sequences(
    constructors: Sequence[Call], choices: Sequence[Call], longest: int
) -> Iterator[Arguments]:
    for first in constructors:
        for length in range(1, longest + 1):
            for calls in product(choices, repeat=length):
                names = [name for name, _ in (first, *calls)]
                yield {"calls": names, "arguments": [values for _, values in (first, *calls)]}


def _caches() -> Iterator[Arguments]:
    gets: list[Call] = [("get", [key]) for key in (1, 2, 3)]
    puts: list[Call] = [("put", [key, 1]) for key in (1, 2, 3)]
    makers: list[Call] = [("LRUCache", [1]), ("LRUCache", [2])]
    odd: list[Call] = [("put", [1, 2]), ("put", [1, 0]), ("put", [0, 1]), ("get", [0])]
    yield from _sequences(makers, [*gets, *puts], 5)
    yield from _sequences(makers, [*gets[:2], *puts[:2], *odd], 4)


def _limiters() -> Iterator[Arguments]:
    for limit, window in product((1, 2, 3), (1, 2, 3)):
        for count in range(1, 5):
            for times in combinations_with_replacement(range(5), count):
                for clients in product("ab", repeat=count):
                    given = [[limit, window], *map(list, zip(clients, times, strict=True))]
                    yield {"calls": ["RateLimiter", *["allow"] * count], "arguments": given}


def _frauds() -> Iterator[Arguments]:
    steps = [(c, d, amount) for c, d in ("ax", "ay", "bx") for amount in (1, 2, 4)]
    few = [step for step in steps if step[-1] != 2]
    for made in (
        (1, 9, 9, 9),
        (2, 1, 9, 9),
        (2, 9, 1, 9),
        (2, 9, 9, 1),
        (2, 1, 1, 1),
        (9, 9, 9, 9),
    ):
        for count in range(1, 4):
            for times in combinations_with_replacement(range(3), count):
                for taken in product(steps if count < 3 else few, repeat=count):
                    given = [[*call, now] for call, now in zip(taken, times, strict=True)]
                    names = ["FraudDetector", *["check"] * count]
                    yield {"calls": names, "arguments": [[*made], *given]}


def _feeds() -> Iterator[Arguments]:
    choices: list[Call] = [("post", [1, 1]), ("post", [1, 2]), ("post", [2, 2]), ("post", [2, 1])]
    choices += [("follow", [1, 2]), ("follow", [2, 1]), ("follow", [1, 1]), ("unfollow", [1, 2])]
    choices += [("unfollow", [1, 1]), ("like", [1, 1]), ("like", [2, 1]), ("likes", [1])]
    choices += [("feed", [1]), ("feed", [2])]
    yield from _sequences([("NewsFeed", [])], choices, 3)
    yield from _sequences([("NewsFeed", [])], choices[:1] + choices[2:], 4)


def _notifiers() -> Iterator[Arguments]:
    makers: list[Call] = [("Notifier", [1, 2]), ("Notifier", [9, 2])]
    choices: list[Call] = [("subscribe", ["a", "x"]), ("subscribe", ["a", "y"])]
    choices += [("unsubscribe", ["a", "x"]), ("publish", ["x", 1, 0]), ("publish", ["y", 1, 0])]
    choices += [("publish", ["x", 2, 1]), ("deliver", ["a", 0]), ("deliver", ["a", 2])]
    choices += [("subscribe", ["b", "x"]), ("deliver", ["b", 0]), ("deliver", ["b", 1])]
    yield from _sequences(makers, choices, 3)
    yield from _sequences(makers, choices[:1] + choices[2:4] + choices[5:8], 5)


def _shorteners() -> Iterator[Arguments]:
    result = {"result": 1}
    choices: list[Call] = [("shorten", ["a"]), ("shorten", ["b"]), ("expand", [result])]
    choices += [("clicks", [result]), ("alias", ["a", "1"]), ("alias", ["b", "1"])]
    choices += [("alias", ["b", result]), ("expand", ["1"]), ("clicks", ["1"]), ("expand", [""])]
    choices += [("alias", ["a", code]) for code in ("", "-", "é", "A", "a", "12345678")]
    yield from _sequences([("UrlShortener", [])], choices, 3)
    yield from _sequences([("UrlShortener", [])], choices[:10], 4)


def _queues() -> Iterator[Arguments]:
    sent: list[Call] = [("send", ["a"]), ("send", ["b"])]
    timed: list[Call] = [
        *(("receive", [now]) for now in (0, 1)),
        *(
            (name, [receipt, now])
            for name in ("ack", "nack")
            for receipt in (1, 2)
            for now in (0, 1)
        ),
        *(("dead_letters", [now]) for now in (0, 1)),
    ]
    for made in ([1, 1], [1, 2], [2, 1]):
        yield from _sequences([("MessageQueue", made)], [*sent, *timed], 3)
        yield from _sequences([("MessageQueue", made)], [*sent, *timed[:3], timed[6], timed[-1]], 5)


def _rings() -> Iterator[Arguments]:
    choices: list[Call] = [("add", [name]) for name in "abA"] + [("remove", ["a"])]
    choices += [("remove", ["b"]), ("owner", ["k"]), ("owner", ["a"])]
    choices += [("owners", ["k", n]) for n in (1, 2, 3)]
    yield from _sequences([("HashRing", [])], choices, 4)
    yield from _sequences([("HashRing", [])], choices[:6], 5)


def _logs() -> Iterator[Arguments]:
    lines = [f"{time}\t{user}\ta" for time, user in product((0, 1, 9), "ab")]
    lines += ["", "a", "0\ta", "a\ta\ta"]
    for now, length in product((0, 1, 9, 3600, 3601), range(4)):
        yield from ({"log": list(log), "now": now} for log in product(lines, repeat=length))


def _sites() -> Iterator[Arguments]:
    """Yield a few records and then questions; the time rises by gaps, some of nearly an hour."""
    records: list[Call] = [("record", ["a", "u"]), ("record", ["a", "v"]), ("record", ["b", "u"])]
    asked: list[Call] = [("views", ["a", 1]), ("views", ["a", 2]), ("unique_users", ["a", 2])]
    asked += [("top", [1, 1]), ("top", [2, 2])]
    hour: list[Call] = [("views", ["a", 3_600]), ("unique_users", ["a", 3_600])]
    yield from _timed(("Analytics", []), [*records, *asked], (0, 1), 3)
    yield from _timed(("Analytics", []), [*records[:2], *asked[:1], *hour], (0, 1, 3_599), 4)


def _shops() -> Iterator[Arguments]:
    reserves: list[Call] = [("reserve", ["o", "s", 1]), ("reserve", ["o", "s", 2])]
    reserves += [("reserve", ["p", "s", 1])]
    rest: list[Call] = [("confirm", ["o"]), ("cancel", ["o"]), ("available", ["s"])]
    stock: Call = ("restock", ["s", 1])
    yield from _timed(("Inventory", [1]), [stock, *reserves, *rest], (0, 1), 3)
    yield from _timed(("Inventory", [2]), [stock, reserves[0], *rest], (0, 1), 4)


def _timed(
    first: Call, choices: Sequence[Call], gaps: Sequence[int], longest: int
) -> Iterator[Arguments]:
    """Yield every sequence of calls with every gap before each; `restock` is not told the time."""
    for length in range(1, longest + 1):
        for steps in product(product(choices, gaps), repeat=length):
            now, given = 0, [first[1]]
            for (name, values), gap in steps:
                now += gap
                given.append(values if name == "restock" else [*values, now])
            yield {"calls": [first[0], *(name for (name, _), _ in steps)], "arguments": given}


_MAKERS = {
    "kth-largest": _arrays,
    "longest-unique-substring": _texts,
    "lca": _trees,
    "decode-digits": lambda: _digits(4),
    "letter-combinations": lambda: _digits(3),
    "lru-cache": _caches,
    "rate-limiter": _limiters,
    "fraud-detector": _frauds,
    "notifications": _notifiers,
    "news-feed": _feeds,
    "url-shortener": _shorteners,
    "message-queue": _queues,
    "consistent-hash": _rings,
    "top-active-users": _logs,
    "realtime-analytics": _sites,
    "inventory": _shops,
}
SLUGS = tuple(_MAKERS)
