"""Inputs of `notifications`: calls of a few users and topics, and crowds around one topic."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Call = tuple[str, list[Any]]

MAX_LIMIT = 1_000
MAX_WINDOW = 1_000_000_000
MAX_NOTE = 1_000_000_000
MAX_PRIORITY = 9
MAX_TIME = 10_000_000_000_000
MAX_CALLS = 200_000
MAX_TOPICS = 100
MAX_TEXT = 20
EPOCH = 1_700_000_000_000
SIZES = (1, MAX_CALLS)
PARAMETERS = {"subscribe": 2, "unsubscribe": 2, "publish": 3, "deliver": 2}
METHODS = list(PARAMETERS)  # a list bears to be asked for what cannot be hashed
WORDS = {"+": "subscribe", "-": "unsubscribe", "!": "publish", "?": "deliver"}


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, and the boundaries."""
    for limit, window, script in (
        (1, 1, ""),
        (1, 1, "?a,0"),
        (1, 1, "+a,x ?a,0"),
        (1, 1, "-a,x ?a,0"),
        (1, 1, "!x,1,0 ?a,0"),
        (1, 1, "+a,x !x,1,0 ?a,0"),
        (1, 1, "+a,x !x,0,0 ?a,0 ?a,1"),
        (9, 9, "!x,1,0 +a,x ?a,0"),
        (9, 9, "!x,1,0 +a,x !x,2,0 ?a,0"),
        (9, 9, "+a,x !x,1,0 -a,x ?a,0"),
        (9, 9, "+a,x !x,1,0 -a,x +a,x ?a,0"),
        (9, 9, "+a,x -a,x !x,1,0 +a,x ?a,0"),
        (9, 9, "+a,x -a,x !x,1,0 +a,x !x,2,0 ?a,0"),
        (9, 9, "+a,x !x,1,0 +a,x ?a,0 ?a,0"),
        (9, 9, "+a,x +a,x !x,1,0 -a,x !x,2,0 ?a,0"),
        (9, 9, "+a,x !x,1,0 -a,y -b,x ?a,0"),
        (9, 9, "+a,x !x,1,0 !x,2,9 !x,3,5 !x,4,9 ?a,0"),
        (9, 9, "+a,x !x,3,1 !x,2,1 !x,1,1 ?a,0"),
        (9, 9, "+a,x +a,y !y,3,1 !x,2,1 !y,1,1 ?a,0"),
        (9, 9, "+a,x +a,y !x,1,1 !y,1,1 ?a,0 ?a,0"),
        (9, 9, "+a,x !x,1,1 ?a,0 !x,1,9 ?a,0 ?a,9"),
        (9, 9, "+a,x !x,1,1 ?a,0 -a,x +a,x !x,1,9 ?a,0 !x,2,0 ?a,99"),
        (9, 9, "+a,x +b,x !x,1,1 ?a,0 -a,x ?b,0 +a,y !y,1,1 !y,2,0 ?a,0"),
        (9, 9, "+a,x !x,1,1 !x,2,2 !x,1,3 ?a,0"),
        (9, 9, "+a,x !x,1,3 !x,2,2 !x,1,1 ?a,0"),
        (9, 9, "+a,x +a,y !x,1,9 !y,1,0 -a,x !y,2,0 ?a,0"),
        (9, 9, "+a,x +a,y !x,1,0 !y,1,9 -a,y !x,2,0 ?a,0"),
        (9, 9, "+a,x +a,y !x,1,5 !y,1,5 !y,2,5 -a,x ?a,0"),
        (1, 9, "+a,x +a,y !x,1,0 !y,2,0 ?a,0 -a,y ?a,9 ?a,18"),
        (1, 9, "+a,x !x,1,0 !x,2,0 ?a,0 -a,x +a,x !x,3,0 ?a,9 ?a,18"),
        (1, 9, "+a,x !x,1,0 !x,2,0 ?a,0 !x,3,9 ?a,8 ?a,9 ?a,18"),
        (1, 1, "+a,x !x,1,0 !x,2,0 ?a,0 ?a,0 ?a,1"),
        (1, 2, "+a,x !x,1,0 !x,2,0 ?a,0 ?a,1 ?a,2"),
        (2, 9, "+a,x !x,1,0 !x,1,0 !x,2,0 !x,2,0 !x,3,0 ?a,0 ?a,9"),
        (2, 9, "+a,x !x,1,0 ?a,0 !x,1,9 !x,2,0 !x,3,0 ?a,8 ?a,9 ?a,17"),
        (2, 9, "+a,x +b,x !x,1,0 !x,2,0 !x,3,0 ?a,0 ?b,0 ?b,8 ?a,9 ?b,9"),
        (2, 9, "+a,x !x,1,0 ?a,0 !x,2,0 ?a,5 !x,3,0 !x,4,0 ?a,8 ?a,9 ?a,13 ?a,14"),
        (3, 9, "+a,x !x,1,0 ?a,0 ?a,1 ?a,2 ?a,3 !x,2,0 ?a,4"),
        (9, 9, "+a,b +b,a !a,1,0 ?a,0 ?b,0 !b,2,0 ?b,0 ?a,0"),
        (9, 9, "+a,x +A,x +a,X !X,1,0 !x,2,0 ?A,0 ?a,0 +é,é !é,3,0 ?é,0 ?é,0"),
        (9, 9, f"+a,x !x,{MAX_NOTE},9 !x,0,0 ?a,{MAX_TIME} ?a,{MAX_TIME}"),
        (MAX_LIMIT, MAX_WINDOW, f"+a,x !x,5,5 ?a,0 !x,6,5 ?a,{MAX_WINDOW}"),
        (1, MAX_WINDOW, f"+a,x !x,5,5 !x,6,5 ?a,0 ?a,{MAX_WINDOW - 1} ?a,{MAX_WINDOW}"),
    ):
        yield _played(limit, window, script)
    yield _sequence(9, 9, [("subscribe", ["u" * MAX_TEXT, "t" * MAX_TEXT])])
    yield _all_topics()
    yield from _each_limit()
    yield from _long_runs()


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 50 calls of two users and three topics; few ids, so that many come twice."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield a topic of a crowd, a long backlog, and many users of many topics."""
    rng = random.Random(20260311)
    yield 1_000, _crowd(rng, subscribers=1_000, notes=60)
    yield 50_000, _crowd(rng, subscribers=50_000, notes=1_000)
    for n in (1_000, 40_000):
        yield n, _backlog(rng, n)
    yield 1_000, _many_topics(rng, users=20, topics=10, notes=400, asks=300)
    yield 50_000, _many_topics(rng, users=1_000, topics=50, notes=4_000, asks=2_000)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls of twenty users and topics: mostly publications, then deliveries."""
    now, calls = rng.randrange(EPOCH), []
    kinds = rng.choices(METHODS, (3, 1, 8, 8), k=n)
    for name in kinds:
        now += rng.randrange(3)
        user, topic = f"u{rng.randrange(20)}", f"t{rng.randrange(20)}"
        if name == "publish":
            calls.append((name, [topic, rng.randrange(MAX_NOTE), rng.randrange(10)]))
        else:
            calls.append((name, [user, now if name == "deliver" else topic]))
    return _sequence(10, 100, calls)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "Notifier" or len(calls) > MAX_CALLS + 1:
        return f"the calls must be Notifier and at most {MAX_CALLS} others"
    made = given[0]
    if not isinstance(made, list) or len(made) != 2:
        return "Notifier takes two arguments"
    if not _integer(made[0], 1, MAX_LIMIT) or not _integer(made[1], 1, MAX_WINDOW):
        return f"limit must be 1 to {MAX_LIMIT} and window_ms 1 to {MAX_WINDOW}"
    for name, values in zip(calls[1:], given[1:], strict=True):
        if name not in METHODS or not isinstance(values, list) or len(values) != PARAMETERS[name]:
            return f"{name!r} must be a method with its arguments"
        if fault := _fault(name, values):
            return fault
    return _order_fault(list(zip(calls[1:], given[1:], strict=True)))


def _fault(name: str, values: list[Any]) -> str | None:
    """Return what is wrong with the arguments of one call."""
    texts = values[: 1 if name in ("publish", "deliver") else 2]
    if not all(isinstance(text, str) and 1 <= len(text) <= MAX_TEXT for text in texts):
        return f"users and topics must be texts of 1 to {MAX_TEXT} characters"
    if name == "deliver" and not _integer(values[1], 0, MAX_TIME):
        return f"a time must be an integer from 0 to {MAX_TIME}"
    if name == "publish":
        if not _integer(values[1], 0, MAX_NOTE):
            return f"a note must be an integer from 0 to {MAX_NOTE}"
        if not _integer(values[2], 0, MAX_PRIORITY):
            return f"a priority must be an integer from 0 to {MAX_PRIORITY}"
    return None


def _order_fault(calls: list[Call]) -> str | None:
    """Return what is wrong with calls that are each right alone."""
    topics: dict[str, set[str]] = {}
    before = 0
    for name, values in calls:
        if name == "deliver":
            if values[1] < before:
                return "the times of deliver must not decrease"
            before = values[1]
        elif name == "subscribe":
            topics.setdefault(values[0], set()).add(values[1])
            if len(topics[values[0]]) > MAX_TOPICS:
                return f"a user must not have more than {MAX_TOPICS} topics at a time"
        elif name == "unsubscribe":
            topics.get(values[0], set()).discard(values[1])
    return None


def _integer(value: Any, lowest: int, highest: int) -> bool:
    return type(value) is int and lowest <= value <= highest


def _sequence(limit: int, window: int, calls: list[Call]) -> Arguments:
    return {
        "calls": ["Notifier", *(name for name, _ in calls)],
        "arguments": [[limit, window], *(values for _, values in calls)],
    }


def _played(limit: int, window: int, script: str) -> Arguments:
    """Return the calls of a script like `+a,x !x,5,1 ?a,0 -a,x`: `!` publishes, `?` delivers."""
    calls: list[Call] = []
    for word in script.split():
        first, *rest = word[1:].split(",")
        numbers = [int(text) for text in rest] if word[0] in "!?" else rest
        calls.append((WORDS[word[0]], [first, *numbers]))
    return _sequence(limit, window, calls)


def _all_topics() -> Arguments:
    """Return the calls of a user with as many topics as there may be, who changes one of them."""
    calls: list[Call] = [("subscribe", ["a", f"t{number}"]) for number in range(MAX_TOPICS)]
    calls += [("unsubscribe", ["a", "t5"]), ("subscribe", ["a", "another"])]
    calls += [("publish", [f"t{number}", number, number % 3]) for number in range(MAX_TOPICS)]
    return _sequence(60, 10, [*calls, ("deliver", ["a", 0]), ("deliver", ["a", 10])])


def _each_limit() -> Iterator[Arguments]:
    """Yield each small limit reached at once and bit by bit, with notes that come twice."""
    for limit in range(1, 11):
        notes = [f"!x,{number * 7 % 23},{number * 3 % 4}" for number in range(2 * limit + 3)]
        script = f"+a,x {' '.join(notes)} ?a,0 ?a,0 ?a,9 ?a,10 ?a,11 ?a,20 ?a,30"
        yield _played(limit, 10, script)
        slowly = [f"!x,{number},0 !x,{number // 2},9 ?a,{number}" for number in range(limit + 6)]
        yield _played(limit, limit + 2, f"+a,x {' '.join(slowly)} ?a,99")
        for step in (1, -1):
            ids = [f"!{'xy'[number % 2]},{number},7" for number in range(limit + 1)[::step]]
            yield _played(20, 10, f"+a,x +a,y {' '.join(ids)} ?a,0 -a,x ?a,10")


def _long_runs() -> Iterator[Arguments]:
    """Yield long lives of a few users of small limits; nearly everything happens in them."""
    rng = random.Random(20260312)
    for number in range(40):
        limit, window = rng.choice((1, 2, 3, 4, 6, 9, 100)), rng.choice((1, 2, 5, 20, 1_000))
        users, topics = "abcde"[: 1 + number % 3], "xyzvw"[: 1 + number % 5]
        ids, priorities = rng.choice((6, 12, 40, 1_000)), rng.choice((1, 2, 10))
        now, calls = rng.choice((0, EPOCH)), []
        gaps = (0, 0, 1, max(1, window // 3), window - 1, window)
        weights = rng.choice(((4, 1, 8, 6), (4, 3, 8, 6), (2, 1, 12, 3), (3, 1, 6, 9)))
        calls += [("subscribe", [user, topic]) for user in users for topic in topics[:2]]
        for name in rng.choices(METHODS, weights, k=80):
            user, topic = rng.choice(users), rng.choice(topics)
            if name == "publish":
                calls.append((name, [topic, rng.randrange(ids), 9 - rng.randrange(priorities)]))
            elif name == "deliver":
                now += rng.choice(gaps)
                calls.append((name, [user, now]))
            else:
                calls.append((name, [user, topic]))
        for step in range(3):
            calls += [("deliver", [user, now + step * window]) for user in users]
        yield _sequence(limit, window, calls)


def _crowd(rng: random.Random, subscribers: int, notes: int) -> Arguments:
    """Everybody is subscribed to one topic; a hundred users at most ask, four times each."""
    calls: list[Call] = [("subscribe", [f"u{user}", "all"]) for user in range(subscribers)]
    asking = [f"u{rng.randrange(subscribers)}" for _ in range(min(100, subscribers // 10))]
    now = 0
    for number in range(notes):
        calls.append(("publish", ["all", number * 7_919 % 100_003, rng.randrange(10)]))
        if number % (notes // 4) == notes // 5:
            now += 60
            calls += [("deliver", [user, now]) for user in asking]
            calls.append(("unsubscribe", [asking[number % len(asking)], "all"]))
    return _sequence(20, 100, calls)


def _backlog(rng: random.Random, n: int) -> Arguments:
    """n notes of five topics wait for one user, who gets two at a time, and leaves one topic."""
    topics = ["news", "friends", "offers", "games", "work"]
    calls: list[Call] = [("subscribe", ["ann", topic]) for topic in topics]
    for number in range(n):
        note = number * 7_919 % 1_000_003 if number % 20 else rng.randrange(number + 1)
        calls.append(("publish", [rng.choice(topics), note, rng.randrange(10)]))
    for now in range(n // 2):
        calls.append(("deliver", ["ann", now * 10]))
        if now == n // 8:
            calls.append(("unsubscribe", ["ann", "offers"]))
        if now % 50 == 0:
            calls.append(("publish", ["work", n + now * 1_000_003 % 99_991, rng.randrange(10)]))
    return _sequence(2, 10, calls)


def _many_topics(rng: random.Random, users: int, topics: int, notes: int, asks: int) -> Arguments:
    """Each user has some of as many topics as there are users; notes come and users ask."""
    calls: list[Call] = []
    for user in range(users):
        first = rng.randrange(users)
        chosen = [f"t{(first + number * 13) % users}" for number in range(topics)]
        calls += [("subscribe", [f"u{user}", topic]) for topic in chosen]
    for number in range(notes):
        calls.append(("publish", [f"t{rng.randrange(users)}", rng.randrange(notes), number % 10]))
        if number % (notes // 100) == 0:
            asking = [f"u{rng.randrange(users)}" for _ in range(asks // 100)]
            calls += [("deliver", [user, number]) for user in asking]
            calls.append(("unsubscribe", [f"u{rng.randrange(users)}", f"t{rng.randrange(users)}"]))
    return _sequence(50, 1_000, calls)


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    limit, window = draw(st.sampled_from(((1, 10), (2, 10), (2, 3), (3, 5), (9, 10), (100, 1))))
    users = draw(st.sampled_from(("a", "aab")))
    topics = draw(st.sampled_from(("x", "xy", "xyz")))
    gaps = sorted({0, 1, window // 2, window - 1, window, window + 1})
    notes, priorities = range(1, draw(st.sampled_from((4, 9, 21)))), (0, 5, 9)
    choices: list[Call] = [("deliver", [user, gap]) for user in users for gap in gaps] * 6
    choices += [("publish", [t, n, p]) for t in topics for n in notes for p in priorities]
    half = max(1, len(choices) // (10 * len(topics) * len(users)))
    choices += [("subscribe", [user, topic]) for user in users for topic in topics] * (2 * half)
    choices += [("unsubscribe", [user, topic]) for user in users for topic in topics] * half
    fewest = draw(st.sampled_from((1, 6, 20, 40)))
    calls: list[Call] = [("subscribe", [users[0], topics[0]])]
    now = draw(st.sampled_from((0, 1, EPOCH)))
    steps = st.lists(st.sampled_from(choices), min_size=fewest, max_size=max(25, fewest + 9))
    for name, values in draw(steps):
        if name == "deliver":
            now += values[1]
            calls.append((name, [values[0], now]))
        else:
            calls.append((name, values))
    return _sequence(limit, window, calls)
