"""Inputs of `realtime-analytics`: views of a few pages and questions in the order of time."""

import random
from collections.abc import Iterable, Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Call = tuple[str, list[Any]]

HOUR = 3_600
MAX_TOP = 100
MAX_TEXT = 20
MAX_TIME = 10_000_000_000_000
MAX_CALLS = 1_000_000
SIZES = (1, MAX_CALLS)
EPOCH = 1_700_000_000
METHODS = ["record", "views", "unique_users", "top"]
PAGES = ("a", "b", "c")
USERS = ("u", "v", "w")
SHORT = {"r": "record", "v": "views", "u": "unique_users", "t": "top"}


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, and the boundaries."""
    for script in SCRIPTS.strip().splitlines():
        yield _played(script)
    yield _played("")
    for count in (*range(2, 14), 101):  # ties, more pages than asked for, and the other way round
        names = [f"p{number * 7 % count:02}" for number in range(count)]
        script = " ".join(f"r:{name},u,{place}" for place, name in enumerate(names))
        questions = " ".join(f"t:{k},{HOUR},{count}" for k in (1, count // 2, count - 1, 100))
        yield _played(f"{script} {questions} t:3,{count // 2 + 1},{count} t:100,1,{count}")
    for count in range(2, 12):  # the same user again and again, and others in between
        views = " ".join(f"r:a,{'uvw'[number * number % 3]},{number}" for number in range(count))
        asked = " ".join(f"u:a,{window},{count} v:a,{window},{count}" for window in range(1, count))
        yield _played(f"{views} {asked} u:a,{HOUR},{HOUR} v:a,{HOUR},{HOUR} u:a,{HOUR},{HOUR + 2}")
    yield from _long_runs()


SCRIPTS = f"""
v:a,1,0
u:a,1,0
t:1,1,0
r:a,u,0 v:a,1,0 u:a,1,0 t:1,1,0
r:a,u,0 v:a,1,1 u:a,1,1 t:1,1,1
r:a,u,0 v:a,2,1 u:a,2,1 t:1,2,1
r:a,u,0 v:b,9,0 u:b,9,0 v:u,9,0
r:a,u,0 r:a,u,0 v:a,1,0 u:a,1,0
r:a,u,0 r:a,v,0 v:a,1,0 u:a,1,0
r:a,u,0 r:b,u,0 v:a,1,0 u:a,1,0 v:b,1,0 u:b,1,0
r:a,u,0 r:a,u,1 v:a,1,1 u:a,1,1 v:a,2,1 u:a,2,1
r:a,u,0 r:a,v,1 r:a,u,2 u:a,1,2 u:a,2,2 u:a,3,2
r:a,u,0 r:a,v,1 r:a,u,2 u:a,2,3 u:a,2,4 u:a,9,4
r:a,u,5 v:a,2,9 v:a,5,9 v:a,4,9 v:a,5,9
r:a,u,5 u:a,2,9 u:a,5,9 u:a,4,9 u:a,5,9
r:a,u,5 t:1,2,9 t:1,5,9 t:1,4,9 t:1,5,9
r:a,u,0 r:b,u,0 t:2,1,0 t:1,1,0
r:b,u,0 r:a,u,0 t:2,1,0 t:1,1,0
r:b,u,0 r:b,u,0 r:a,u,0 t:2,1,0 t:1,1,0
r:a,u,0 r:b,u,0 r:b,u,0 t:2,1,0 t:1,1,0
r:a,u,0 r:a,v,0 r:b,u,0 r:b,u,0 r:b,u,0 t:2,1,0 t:1,1,0
r:b,u,0 r:b,u,0 r:a,u,3 t:2,3,3 t:2,4,3
r:b,u,0 r:b,v,0 r:B,u,0 r:B,v,0 t:2,1,0 t:1,1,0
r:a,u,0 r:aa,u,0 r:B,u,0 r:é,u,0 r:😀,u,0 r:日,u,0 r:10,u,0 r:9,u,0 t:9,1,0 t:7,1,0
r:u,u,0 v:u,1,0 u:u,1,0 t:1,1,0
r:a,u,0 r:a,U,0 r:A,u,0 u:a,1,0 v:a,1,0 v:A,1,0
r:a,u,0 v:a,3600,3599 u:a,3600,3599 t:1,3600,3599
r:a,u,0 v:a,3600,3600 u:a,3600,3600 t:1,3600,3600
r:a,u,0 r:b,v,3599 v:a,3600,3599 u:a,3600,3599 t:2,3600,3599
r:a,u,0 r:b,v,3600 v:a,3600,3600 u:a,3600,3600 t:2,3600,3600
r:a,u,0 r:a,u,1 r:b,u,3600 v:a,3600,3600 u:a,3600,3600 t:2,3600,3600
r:a,u,0 r:a,v,1 r:b,u,3600 v:a,3600,3600 u:a,3600,3600 t:2,3600,3600
r:a,u,0 r:a,u,0 r:a,u,9 r:b,u,3600 u:a,3600,3600 v:a,3600,3600 u:a,9,3609
r:a,u,0 r:a,u,9 r:a,u,3600 u:a,3600,3600 v:a,3600,3600 u:a,1,3600 v:a,1,3600
r:a,u,0 r:a,u,3600 r:a,u,7200 v:a,3600,7200 u:a,3600,7200 t:1,3600,7200
r:a,u,0 r:a,u,18000 v:a,3600,18000 r:a,v,18000 u:a,3600,21599
r:a,u,0 r:a,u,3599 r:a,u,3600 r:a,u,3601 v:a,2,3601 v:a,3,3601 v:a,3600,3601
r:a,u,59 r:a,u,60 v:a,60,60 v:a,60,119 v:a,60,120 v:a,1,120
r:a,u,1700000000 r:a,v,1700000001 v:a,3600,1700003600 u:a,3600,1700003600 v:a,1,1700003600
r:a,u,{MAX_TIME} r:a,u,{MAX_TIME} v:a,3600,{MAX_TIME} u:a,1,{MAX_TIME} t:100,1,{MAX_TIME}
r:{"a" * MAX_TEXT},{"u" * MAX_TEXT},0 r:{"a" * 19},u,0 v:{"a" * MAX_TEXT},1,0 t:2,1,0
"""


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 40 calls about three pages and users; windows and gaps are often nearly equal."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield one busy page, many pages to rank, a long day, and a great many pages that pass by."""
    rng = random.Random(20260221)
    for n in (500, 120_000):
        yield n, _busy_page(rng, n)
    for n in (500, 62_000):
        yield n, _ranking(rng, n)
    yield 14_000, _long_day(rng, 14_000)
    yield MAX_CALLS, _sequence(_passers_by())


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls about twenty pages and fifty users within one hour; every fourth asks."""
    now = rng.randrange(EPOCH)
    kinds = rng.choices(("record",) * 6 + ("views", "top"), k=n)
    calls: list[Call] = []
    for place, name in enumerate(kinds):
        at = now + place * 3_000 // n
        page, window = f"page{rng.randrange(20)}", rng.randint(1, HOUR)
        if name == "record":
            calls.append((name, [page, f"user{rng.randrange(50)}", at]))
        elif name == "top":
            calls.append((name, [3, window, at]))
        else:
            calls.append((rng.choice(("views", "unique_users")), [page, window, at]))
    return _sequence(calls)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "Analytics" or given[0] != [] or len(calls) > MAX_CALLS + 1:
        return f"the calls must be Analytics() and at most {MAX_CALLS} others"
    before = 0
    for name, values in zip(calls[1:], given[1:], strict=True):
        if name not in METHODS or not isinstance(values, list) or len(values) != 3:
            return f"{name!r} must be a method with its three arguments"
        if not _integer(values[2], before, MAX_TIME):
            return f"a time must be an integer up to {MAX_TIME} and must not decrease"
        if fault := _fault(name, values[0], values[1]):
            return fault
        before = values[2]
    return None


def _fault(name: str, first: Any, second: Any) -> str | None:
    """Return what is wrong with the arguments before the time."""
    if name == "top" and not _integer(first, 1, MAX_TOP):
        return f"k must be 1 to {MAX_TOP}"
    if name != "top" and not _text(first):
        return f"a page must be a text of 1 to {MAX_TEXT} characters"
    if name == "record" and not _text(second):
        return f"a user must be a text of 1 to {MAX_TEXT} characters"
    if name != "record" and not _integer(second, 1, HOUR):
        return f"a window must be 1 to {HOUR}"
    return None


def _text(value: Any) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= MAX_TEXT


def _integer(value: Any, lowest: int, highest: int) -> bool:
    return type(value) is int and lowest <= value <= highest


def _sequence(calls: Iterable[Call]) -> Arguments:
    names: list[str] = ["Analytics"]
    given: list[list[Any]] = [[]]
    for name, values in calls:
        names.append(name)
        given.append(values)
    return {"calls": names, "arguments": given}


def _played(script: str) -> Arguments:
    """Return the calls of a script like `r:page,user,0 v:page,60,9 t:2,60,9`."""
    calls: list[Call] = []
    for word in script.split():
        name, values = word.split(":", 1)
        first, second, now = values.split(",")
        page_or_k = int(first) if name == "t" else first
        user_or_window = second if name == "r" else int(second)
        calls.append((SHORT[name], [page_or_k, user_or_window, int(now)]))
    return _sequence(calls)


def _busy_page(rng: random.Random, calls: int) -> Arguments:
    """One page, viewed 5 times in 6 by 50 users, all within an hour; the rest are questions.

    Half of the views come before the first question, so that an hour is long when it is asked for.
    """
    made: list[Call] = []
    users = [f"user{number}" for number in range(50)]
    for place in range(calls):
        now = EPOCH + place * (HOUR - 1) // calls
        if place < calls // 2 or place % 3:
            # A few come back seldom, so a window counts some of the users and not all.
            user = users[min(rng.randrange(50), rng.randrange(50))]
            made.append(("record", ["home", user, now]))
        else:
            name = "views" if place % 4 == 3 else "unique_users"
            low = 1 if place % 2 else HOUR // 2
            made.append((name, ["home", rng.randint(low, HOUR), now]))
    return _sequence(made)


def _ranking(rng: random.Random, calls: int) -> Arguments:
    """300 pages, some viewed much more than others, all within an hour; 1 call in 31 is `top`."""
    pages = [f"page{number:03}" for number in range(300)]
    made: list[Call] = []
    for place in range(calls):
        now = EPOCH + place * (HOUR - 1) // calls
        # They come close together at the end, when there is much to rank.
        if place * 2 < calls or place % 15:
            page = pages[min(rng.randrange(300), rng.randrange(300))]
            made.append(("record", [page, f"user{rng.randrange(1_000)}", now]))
        else:
            low = 1 if place % 2 else HOUR // 2
            made.append(("top", [rng.randint(1, MAX_TOP), rng.randint(low, HOUR), now]))
    return _sequence(made)


def _long_day(rng: random.Random, calls: int) -> Arguments:
    """Three pages over four hours, about a call a second: what a page keeps is cut many times."""
    made: list[Call] = []
    now = EPOCH
    for _ in range(calls):
        now += rng.choice((0, 1, 1, 1, 2))
        page = rng.choice("aaaaaaaaabbc")
        name = rng.choice(METHODS if rng.random() < 0.1 else METHODS[:1])
        if name == "record":
            made.append((name, [page, f"u{rng.randrange(200)}", now]))
        else:
            window = rng.choice((1, rng.randint(1, HOUR), HOUR - 1, HOUR))
            made.append((name, [rng.randint(1, 3) if name == "top" else page, window, now]))
    return _sequence(made)


def _passers_by() -> Iterator[Call]:
    """Yield some 8,000 views in an hour, each of a user of its own and every other of a new page.

    The others are of one page, which never leaves the hour while its views do: whoever forgets
    whole pages alone keeps its users, and whoever stops forgetting at the first that is alive
    keeps the rest. Of 1,000 calls in 450 seconds 6 are questions, about a page that has just left
    the hour or is about to; every fiftieth time all are ranked. A letter outside Latin-1 doubles a
    text.
    """
    new = 993
    for step in range(MAX_CALLS // 1_000):
        now = step * 450
        yield "record", ["home", "me", now]
        for number in range(step * new, (step + 1) * new):
            page = "home" if number % 2 else f"Łp{number:07}"
            yield "record", [page, f"Łu{number:07}", now]
        early, late = (max(step - ago, 0) * new for ago in (8, 7))
        old = f"Łp{late + late % 2:07}"  # 3,150 seconds ago
        gone = f"Łp{early + early % 2:07}"  # 3,600 seconds ago
        yield "views", [old, HOUR, now]
        yield "unique_users", [old, HOUR, now]
        yield "views", [gone, HOUR, now]
        yield "unique_users", [gone, HOUR, now]
        yield "views", ["home" if step % 2 else old, 3_150, now]
        if step % 50 == 49:
            yield "top", [5, HOUR, now]
        else:
            yield "unique_users", [old, 3_151, now]


def _long_runs() -> Iterator[Arguments]:
    """Yield a long life of sites of each small size: rushes, pauses of about an hour, and calm."""
    rng = random.Random(20260222)
    for pages in (1, 2, 3, 5, 8):
        for gaps in ((0, 1), (0, 0, 1, 30), (0, 1, 60, 1_200), (0, 0, 0, 1, HOUR - 1, HOUR)):
            now = rng.choice((0, EPOCH))
            calls: list[Call] = []
            marks = [now]
            for _ in range(90):
                now += rng.choice(gaps)
                page = f"p{rng.randrange(pages)}"
                if rng.random() < 0.5:
                    calls.append(("record", [page, f"u{rng.randrange(4)}", now]))
                    marks.append(now)
                    continue
                age = now - rng.choice(marks[-12:])
                window = min(max(age + rng.choice((0, 0, 1)), 1), HOUR)
                name = rng.choice(METHODS[1:])
                first = rng.choice((1, 2, pages, 100)) if name == "top" else page
                calls.append((name, [first, window, now]))
            yield _sequence(calls)


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    window = draw(st.sampled_from((1, 2, 3, 5, 10, 60, HOUR)))
    windows = sorted({1, max(window - 1, 1), window, min(window + 1, HOUR), HOUR})
    gaps = sorted({0, 1, 2, window // 2, window - 1, window})
    pages = draw(st.sampled_from((PAGES[:1], PAGES[:2], PAGES)))
    users = draw(st.sampled_from((USERS[:1], USERS[:2], USERS)))
    choices: list[Call] = [("record", [page, user]) for page in pages for user in users] * 2
    choices += [(name, [page, w]) for name in METHODS[1:3] for page in pages for w in windows]
    choices += [("top", [k, w]) for k in (1, 2, 3) for w in windows]
    records = [choice for choice in choices if choice[0] == "record"]
    one = st.one_of(st.sampled_from(records), st.sampled_from(choices))
    steps = st.tuples(one, st.sampled_from([0, 0, 0, *gaps]))
    fewest = draw(st.sampled_from((1, 4, 12, 30)))
    now = draw(st.sampled_from((0, 1, HOUR - 1, EPOCH)))
    calls: list[Call] = []
    for (name, values), gap in draw(st.lists(steps, min_size=fewest, max_size=max(20, fewest))):
        now += gap
        calls.append((name, [*values, now]))
    return _sequence(calls)
