"""Inputs of `consistent-hash`: servers that come and go, and the same keys asked again."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Call = tuple[str, list[Any]]

MAX_CALLS = 250_000
MAX_SERVERS = 200
MAX_TEXT = 20
MAX_COPIES = 10
SIZES = (1, 100_000)
PARAMETERS = {"add": 1, "remove": 1, "owner": 1, "owners": 2}
METHODS = list(PARAMETERS)  # a list bears to be asked for what cannot be hashed
#: Names that become one another when a number is put behind them, cut off or spelled otherwise.
NUMBERED = ("s", "s1", "s11", "s111", "s2", "s12", "s10", "s0", "s01", "s#1", "s-1", "s:1", "s_1")
SPELLED = ("a", "A", "ab", "aB", "abc", "a ", " a", "\u00e9", "e\u0301", "\u00c9", "0", "00", "#")
SERVERS = ("a", "b", "A", "ab", "a1", "a11")
KEYS = ("k", "a", "K", "k1", "0")


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, and the boundaries."""
    for script in (
        "",
        "?k",
        "?k,1",
        "?k,10",
        "+a",
        "-a",
        "+a +a",
        "+a -a -a",
        "-a +a",
        "+a -b ?k",
        "+a ?k ?a",
        "+a ?k,1 ?k,2 ?k,10",
        "+a -a ?k ?k,3",
        "+a -a +a ?k",
        "+a +a -a ?k",
        "+a +a -a -a ?k ?k,2",
        "+a +b ?k ?k,1 ?k,2 ?k,3",
        "+a +b -a ?k ?k,2 -b ?k ?k,2",
        "+a +A ?k,2 -a ?k -A ?k",
        "+a +ab +abc ?k,3 -a ?k,3 -a -ab ?k,3",
        "+abc +ab +a ?k,3 -ab ?k,3 -abc ?k,3",
        "+a -A -ab - ?k".replace("- ", ""),
        "+a +b +c ?k,3 ?k,2 ?k,1 ?k",
        "+a +b +c ?a,3 ?b,3 ?c,3 -a ?a,3 -b ?b,3",
    ):
        yield _played(script)
    longest = "x" * MAX_TEXT
    yield _sequence([("add", [longest]), ("owner", [longest]), ("owners", [longest, MAX_COPIES])])
    yield from _come_and_go()
    yield from _nearly_alike()
    yield from _two_ways()
    yield from _shares()
    yield from _long_runs()


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 40 calls on few servers and fewer keys; most servers are there."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield many keys on many servers, and servers that come and go between few keys."""
    yield 1_000, _many_keys(10, 1_000)
    yield 200_000, _many_keys(MAX_SERVERS, 200_000)
    rng = random.Random(20261202)
    for n in (500, 4_000):
        yield n, _churn(rng, n)
    yield 12_000, _around(40, 150)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls on about twenty servers: mostly keys, some of them old, and few changes."""
    calls: list[Call] = []
    there: list[str] = []
    for _ in range(n):
        chance = rng.random()
        if not there or (chance < 0.02 and len(there) < 30):
            there.append(f"server-{rng.getrandbits(32):x}")
            calls.append(("add", [there[-1]]))
        elif chance < 0.03:
            calls.append(("remove", [there.pop(rng.randrange(len(there)))]))
        elif chance < 0.2:
            calls.append(("owners", [f"key {rng.randrange(n)}", rng.randint(1, 3)]))
        else:
            calls.append(("owner", [f"key {rng.randrange(n)}"]))
    return _sequence(calls)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "HashRing" or given[0] != [] or len(calls) > MAX_CALLS + 1:
        return f"the calls must be HashRing() and at most {MAX_CALLS} others"
    there: set[str] = set()
    for name, values in zip(calls[1:], given[1:], strict=True):
        if name not in METHODS or not isinstance(values, list) or len(values) != PARAMETERS[name]:
            return f"{name!r} must be a method with its arguments"
        fault = _values_fault(name, values)
        if fault:
            return fault
        if name == "add":
            there.add(values[0])
            if len(there) > MAX_SERVERS:
                return f"there are more than {MAX_SERVERS} servers"
        elif name == "remove":
            there.discard(values[0])
    return None


def _values_fault(name: str, values: list[Any]) -> str | None:
    if not isinstance(values[0], str) or not 1 <= len(values[0]) <= MAX_TEXT:
        return f"a server and a key must be texts of 1 to {MAX_TEXT} characters"
    if any("\ud800" <= character <= "\udfff" for character in values[0]):
        return "a text must not hold half a character"
    if name == "owners" and (type(values[1]) is not int or not 1 <= values[1] <= MAX_COPIES):
        return f"n must be 1 to {MAX_COPIES}"
    return None


def _sequence(calls: list[Call]) -> Arguments:
    return {
        "calls": ["HashRing", *(name for name, _ in calls)],
        "arguments": [[], *(values for _, values in calls)],
    }


def _played(script: str) -> Arguments:
    """Return the calls of a script like `+server -server ?key ?key,3`."""
    calls: list[Call] = []
    for word in script.split():
        rest = word[1:]
        if word[0] != "?":
            calls.append(("add" if word[0] == "+" else "remove", [rest]))
        elif "," in rest:
            key, copies = rest.split(",")
            calls.append(("owners", [key, int(copies)]))
        else:
            calls.append(("owner", [rest]))
    return _sequence(calls)


def _asked(count: int, copies: int = 0) -> list[Call]:
    keys = [f"key {number}" for number in range(count)]
    return [("owners", [key, copies]) if copies else ("owner", [key]) for key in keys]


def _come_and_go() -> Iterator[Arguments]:
    """Yield servers that come one by one and leave in another order, the same keys asked always."""
    rng = random.Random(20261203)
    for count in (2, 3, 4, 5, 8, 12):
        servers = [f"host-{number}" for number in range(count)]
        for copies in (0, 1, 2, 3, MAX_COPIES):
            calls: list[Call] = []
            for server in servers:
                calls += [("add", [server]), *_asked(12, copies)]
            for server in rng.sample(servers, count):
                calls += [("remove", [server]), *_asked(12, copies)]
            yield _sequence([*calls, ("add", [servers[0]]), *_asked(3, copies)])


def _nearly_alike() -> Iterator[Arguments]:
    """Yield servers whose names are nearly others, in two orders, with many keys asked of them."""
    rng = random.Random(20261204)
    for names in (NUMBERED, SPELLED, [f"n{number}" for number in range(1, 30)]):
        for order in (list(names), list(names)[::-1], rng.sample(list(names), len(names))):
            calls: list[Call] = [("add", [name]) for name in order]
            calls += _asked(60, 2)
            for name in order[:4]:
                calls += [("remove", [name]), *_asked(60, 1), ("add", [name]), ("add", [name])]
            yield _sequence([*calls, *_asked(60, 3)])


def _two_ways() -> Iterator[Arguments]:
    """Yield the same servers reached in two ways, and keys that were asked on neither or both."""
    names = ["a", "b", "c", "d", "e"]
    for gone in names:
        calls: list[Call] = [*(("add", [name]) for name in names), *_asked(20)]
        calls += [("remove", [gone]), *_asked(20, 2), ("add", [gone]), *_asked(20)]
        calls += [("remove", [name]) for name in names]
        calls += [("add", [name]) for name in names[::-1]]
        yield _sequence([*calls, *_asked(25, 5)])
    # Keys that nobody asked for before the change, and asked for in another order afterwards.
    calls = [("add", ["a"]), ("add", ["b"]), *_asked(10), ("add", ["c"]), *_asked(30)]
    calls += [("remove", ["c"]), *_asked(30)[::-1], ("remove", ["a"]), ("remove", ["b"])]
    yield _sequence([*calls, ("add", ["b"]), ("add", ["a"]), *_asked(30)])


def _shares() -> Iterator[Arguments]:
    """Yield just so many keys that balance is judged, on few servers."""
    two: list[Call] = [("add", ["east"]), ("add", ["west"])]
    yield _sequence([*two, *(("owner", [f"user:{number}"]) for number in range(1_000))])
    three: list[Call] = [("add", [name]) for name in ("red", "green", "blue")]
    yield _sequence([*three, *(("owner", [f"cart/{number}"]) for number in range(1_500))])
    # Who hashes what names have in common gives nearly alike servers the same points; the last
    # name is there for those who give points by the length of a name.
    alike = ("a", "A", "a ", "\u00e9", "e\u0301", "\u00c9", "x" * MAX_TEXT)
    seven: list[Call] = [("add", [name]) for name in alike]
    yield _sequence([*seven, *(("owner", [f"page={number}"]) for number in range(3_500))])
    ten: list[Call] = [("add", [f"10.0.0.{number}"]) for number in range(10)]
    yield _sequence([*ten, *(("owner", [f"/img/{number}.png"]) for number in range(5_000))])


def _long_runs() -> Iterator[Arguments]:
    """Yield long lives of rings of each small size, few keys asked at every state."""
    rng = random.Random(20261205)
    for most in (1, 2, 3, 4, 6, 9, 15):
        names = [f"s{number}" for number in range(most)]
        for keys in (1, 5):
            calls: list[Call] = []
            for _ in range(60):
                name = rng.choice(names)
                calls.append((rng.choice(("add", "add", "remove")), [name]))
                key = f"k{rng.randrange(keys)}"
                calls.append(("owner", [key]))
                calls.append(("owners", [key, rng.randint(1, MAX_COPIES)]))
            yield _sequence(calls)


def _many_keys(servers: int, keys: int) -> Arguments:
    """Return as many keys as there are, each asked once, on as many servers."""
    calls: list[Call] = [("add", [f"srv{number}"]) for number in range(servers)]
    # Some of the keys before, with and without one of the servers.
    some: list[Call] = [("owner", [f"k{number}"]) for number in range(keys // 100)]
    calls += [*some, ("remove", ["srv0"]), *some, ("add", ["srv0"])]
    calls += [("owner", [f"k{number}"]) for number in range(keys)]
    return _sequence(calls)


def _around(rings: int, keys: int) -> Arguments:
    """Return small rings one after another, and a server that comes to each.

    One key in some 256 lies behind the last of the points of two servers, where the way around the
    circle goes wrong and nowhere else.
    """
    calls: list[Call] = []
    for ring in range(rings):
        names = [f"{name}{ring}" for name in ("left", "right", "new")]
        calls += [("add", [name]) for name in names[:2]]
        asked = [f"key {number}" for number in range(ring * keys, (ring + 1) * keys)]
        calls += [("owners", [key, 2]) for key in asked]
        calls += [("add", [names[2]]), *(("owners", [key, 3]) for key in asked)]
        calls += [("remove", [name]) for name in names]
    return _sequence(calls)


def _churn(rng: random.Random, n: int) -> Arguments:
    """Return n calls on 100 servers, of which one comes or goes at every tenth."""
    there = [f"node-{number}" for number in range(100)]
    calls: list[Call] = [("add", [name]) for name in there]
    away: list[str] = []
    for number in range(n):
        if number % 10:
            key = f"k{rng.randrange(500)}"
            calls.append(("owners", [key, 3]) if number % 3 == 0 else ("owner", [key]))
        elif number % 20 and away:
            there.append(away.pop())
            calls.append(("add", [there[-1]]))
        else:
            away.append(there.pop(rng.randrange(len(there))))
            calls.append(("remove", [away[-1]]))
    return _sequence(calls)


def _choices() -> Sequence[Call]:
    choices: list[Call] = [("add", [name]) for name in SERVERS] * 3
    choices += [("remove", [name]) for name in SERVERS]
    choices += [("owner", [key]) for key in KEYS] * 3
    choices += [("owners", [key, n]) for key in KEYS for n in (1, 2, 3, 10)]
    return choices


CHOICES = _choices()


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    fewest = draw(st.sampled_from((1, 3, 10, 30)))
    calls = draw(st.lists(st.sampled_from(CHOICES), min_size=fewest, max_size=40))
    return _sequence([(name, [*values]) for name, values in calls])
