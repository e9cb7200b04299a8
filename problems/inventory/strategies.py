"""Inputs of `inventory`: orders for a few SKUs in the order of time, and large sales."""

import random
from collections.abc import Iterable, Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Call = tuple[str, list[Any]]

MAX_HOLD = 1_000_000_000
MAX_UNITS = 1_000_000
MAX_TEXT = 20
MAX_TIME = 10_000_000_000_000
MAX_CALLS = 1_000_000
SIZES = (1, MAX_CALLS)
EPOCH = 1_700_000_000_000
#: The kinds of the arguments of each method: a text, units, a time.
PARAMETERS = {
    "restock": "tu",
    "reserve": "ttun",
    "confirm": "tn",
    "cancel": "tn",
    "available": "tn",
}
#: Where the number of units stands.
UNITS = {"restock": 1, "reserve": 2}
METHODS = list(PARAMETERS)  # a list bears to be asked for what cannot be hashed
SHORT = {"s": "restock", "r": "reserve", "c": "confirm", "x": "cancel", "a": "available"}
ORDERS = ("o", "p", "q")
SKUS = ("s", "t")


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, and the boundaries."""
    for hold in (1, 2, 10):
        for script in SCRIPTS.strip().splitlines():
            words = script.replace("HH", str(2 * hold)).replace("H-1", str(hold - 1))
            words = words.replace("H+1", str(hold + 1)).replace("H", str(hold))
            yield _played(hold, words)
    yield _played(1, "")
    yield _played(3, "s:s,1 r:o,s,1,0 a:s,2 a:s,3")
    for script in LONGER.strip().splitlines():
        yield _played(10, script)
    for count in range(2, 12):  # many holds that end one after another, or all at once
        stock = f"s:s,{count}"
        steps = " ".join(f"r:o{number},s,1,{number}" for number in range(count))
        ends = " ".join(f"a:s,{20 + number}" for number in range(count))
        yield _played(20, f"{stock} {steps} a:s,{count} r:p,s,1,{count} {ends}")
        once = " ".join(f"r:o{number},s,1,3" for number in range(count))
        yield _played(5, f"{stock} {once} a:s,7 x:o1,7 a:s,7 c:o0,7 a:s,8 a:s,9")
    yield _played(MAX_HOLD, f"s:s,1 r:o,s,1,0 a:s,{MAX_HOLD - 1} c:o,{MAX_HOLD - 1} a:s,{MAX_HOLD}")
    yield _played(MAX_HOLD, f"s:s,1 r:o,s,1,0 a:s,{MAX_HOLD} c:o,{MAX_HOLD}")
    yield _played(7, f"s:s,{MAX_UNITS} s:s,{MAX_UNITS} r:o,s,{MAX_UNITS},{MAX_TIME} a:s,{MAX_TIME}")
    yield _played(60_000, f"s:s,2 r:o,s,2,{EPOCH} a:s,{EPOCH + 59_999} r:p,s,1,{EPOCH + 60_000}")
    yield from _long_runs()


#: Played with short holds; H is the time at which a reservation made at 0 has run out.
SCRIPTS = """
a:s,0
c:o,0
x:o,0
r:o,s,1,0
s:s,1 a:s,0 a:t,0
s:s,1 r:o,s,1,0 a:s,0
s:s,1 r:o,s,2,0 a:s,0
s:s,2 r:o,s,1,0 a:s,0 r:p,s,1,0 a:s,0 r:q,s,1,0
s:s,1 r:o,s,1,0 a:s,H-1 a:s,H
s:s,1 r:o,s,1,0 c:o,H-1 a:s,HH
s:s,1 r:o,s,1,0 c:o,H a:s,H
s:s,1 r:o,s,1,0 x:o,H-1 a:s,H-1 a:s,H
s:s,1 r:o,s,1,0 x:o,H a:s,H
s:s,1 r:o,s,1,0 c:o,H+1 x:o,H+1 a:s,H+1
s:s,1 r:o,s,1,0 r:p,s,1,H-1 r:p,s,1,H a:s,H
s:s,1 r:o,s,1,0 r:o,s,1,H a:s,H a:s,HH
s:s,1 r:o,s,1,0 r:o,s,1,H-1 a:s,H
s:s,1 r:o,s,1,0 c:o,0 c:o,0 x:o,0 a:s,H
s:s,1 r:o,s,1,0 x:o,0 x:o,0 c:o,0 a:s,0 a:s,H
s:s,1 r:o,s,1,0 x:o,0 r:o,s,1,0 a:s,0 a:s,H a:s,H
s:s,3 r:o,s,1,0 x:o,0 r:o,s,2,H-1 a:s,H c:o,H a:s,H
s:s,3 r:o,s,1,0 c:o,0 r:o,s,1,H-1 a:s,H x:o,H a:s,HH
s:s,3 r:o,s,1,0 c:o,0 r:o,s,1,0 a:s,0 a:s,H
s:s,2 r:o,s,1,0 r:o,s,1,0 a:s,0 a:s,H
s:s,2 r:o,s,1,0 r:o,s,2,0 a:s,0 c:o,0 a:s,0
s:s,2 s:t,2 r:o,s,1,0 r:o,t,1,0 a:s,0 a:t,0 a:t,H
s:s,1 r:o,s,1,0 s:s,1 a:s,0 a:s,H
s:s,1 s:t,1 r:o,s,1,0 r:p,t,1,0 a:s,0 a:t,0 x:o,0 a:s,0 a:t,0
s:s,1 r:o,s,1,0 a:t,H s:t,1 a:t,H a:s,H
"""

LONGER = f"""
s:s,5 r:o,s,3,0 a:s,0 r:p,s,3,0 r:p,s,2,0 a:s,0
s:s,5 r:o,s,6,0 a:s,0 r:o,s,5,0 r:o,s,6,0 c:o,0 r:o,s,1,0
s:s,5 r:o,s,5,0 r:p,s,1,9 r:p,s,1,10 a:s,10 a:s,19 a:s,20
s:s,5 r:o,s,2,0 r:p,s,2,5 a:s,10 a:s,14 a:s,15
s:s,5 r:o,s,2,0 r:p,s,2,5 a:s,15
s:s,5 r:o,s,2,0 r:p,s,2,0 r:q,s,1,0 a:s,10
s:s,5 r:o,s,2,0 r:p,s,2,0 r:q,s,6,10 a:s,10
s:s,5 r:o,s,2,0 r:p,s,2,0 x:o,10 a:s,10
s:s,3 r:o,s,3,0 r:o,s,3,5 a:s,9 a:s,10
s:s,5 r:o,s,2,0 r:p,s,2,5 x:o,6 a:s,6 a:s,10 a:s,15
s:s,5 r:o,s,2,0 r:p,s,2,5 c:p,6 a:s,10 a:s,15
s:s,5 r:o,s,2,0 x:o,1 r:o,s,2,2 a:s,10 a:s,11 a:s,12
s:s,5 r:o,s,2,0 x:o,1 r:o,s,2,2 x:o,3 r:o,s,2,4 a:s,10 a:s,12 a:s,13 a:s,14
s:s,5 r:o,s,2,0 c:o,1 r:o,s,2,2 c:o,3 r:o,s,1,4 a:s,10 a:s,12 a:s,13 a:s,14
s:s,5 r:o,s,2,0 r:o,s,2,9 r:o,s,2,10 r:o,s,2,19 a:s,19 a:s,20
s:s,5 r:o,s,2,0 r:o,s,3,9 r:o,s,3,10 a:s,19 a:s,20
s:s,5 s:t,5 r:o,s,2,0 r:o,t,2,9 r:o,t,2,10 a:s,10 a:t,10 a:t,20
s:s,5 r:o,s,5,0 r:o,s,5,5 r:o,s,4,5 x:o,6 r:o,s,4,6 a:s,6
s:s,5 s:s,5 r:o,s,7,0 s:s,1 a:s,0 x:o,3 a:s,3
s:s,1 r:o,s,1,0 s:s,1 r:p,s,1,5 a:s,5 a:s,10 a:s,15
s:s,1 r:o,s,2,0 s:s,1 r:o,s,2,0 a:s,0
s:s,9 r:s,s,2,0 s:s,1 a:s,0 c:s,1 a:s,1
s:s,9 s:S,1 r:o,S,1,0 r:O,s,1,0 a:s,0 a:S,0 c:O,0 x:o,0 a:s,0 a:S,0
s:é,1 s:é,2 r:o,é,1,0 a:é,0 a:é,0
r:o,s,1,0 s:s,1 c:o,0 x:o,0 r:o,s,1,0 c:o,0
s:s,9 r:o,s,1,50 r:p,s,1,50 r:q,s,1,60 a:s,60 r:o,s,1,60 a:s,69 a:s,70
s:s,9 r:o,s,4,0 c:o,10 r:p,s,9,10 c:p,19 a:s,19
s:s,9 r:o,s,4,0 x:o,10 a:s,10 x:o,11 a:s,11
s:{"s" * MAX_TEXT},2 r:{"o" * MAX_TEXT},{"s" * MAX_TEXT},1,0 c:{"o" * 19},0 c:{"o" * MAX_TEXT},0
"""


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 40 calls about three orders and two SKUs; gaps are often about one hold."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield one SKU with many live reservations, and a great many orders that pass by."""
    rng = random.Random(20260223)
    for n in (500, 100_000):
        yield n, _one_sku(rng, n)
    yield MAX_CALLS, _sequence(10_000, _passers_by())


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls about ten SKUs, one a millisecond; about half of all orders are alive."""
    now = rng.randrange(EPOCH)
    calls: list[Call] = []
    kinds = rng.choices(("reserve", "reserve", "available", "confirm", "cancel", "restock"), k=n)
    for place, name in enumerate(kinds):
        sku, order = f"sku{rng.randrange(10)}", f"order{rng.randrange(n // 2 + 1)}"
        if name == "restock":
            calls.append((name, [sku, rng.randint(1, 20)]))
        elif name == "reserve":
            calls.append((name, [order, sku, rng.randint(1, 3), now + place]))
        else:
            calls.append((name, [sku if name == "available" else order, now + place]))
    return _sequence(n // 2 + 1, calls)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "Inventory" or len(calls) > MAX_CALLS + 1:
        return f"the calls must be Inventory and at most {MAX_CALLS} others"
    made = given[0]
    if not isinstance(made, list) or len(made) != 1 or not _integer(made[0], 1, MAX_HOLD):
        return f"Inventory takes hold_ms, 1 to {MAX_HOLD}"
    before = 0
    for name, values in zip(calls[1:], given[1:], strict=True):
        if name not in METHODS or not isinstance(values, list):
            return f"{name!r} must be a method with its arguments"
        if len(values) != len(PARAMETERS[name]):
            return f"{name} takes {len(PARAMETERS[name])} arguments"
        if fault := _fault(name, values, before):
            return fault
        before = before if name == "restock" else values[-1]
    return None


def _fault(name: str, values: list[Any], before: int) -> str | None:
    """Return what is wrong with the arguments of a call, which are as many as they must be."""
    if not _text(values[0]) or (name == "reserve" and not _text(values[1])):
        return f"an order or a SKU must be a text of 1 to {MAX_TEXT} characters"
    if name in UNITS and not _integer(values[UNITS[name]], 1, MAX_UNITS):
        return f"n must be 1 to {MAX_UNITS}"
    if name != "restock" and not _integer(values[-1], before, MAX_TIME):
        return f"a time must be an integer up to {MAX_TIME} and must not decrease"
    return None


def _text(value: Any) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= MAX_TEXT


def _integer(value: Any, lowest: int, highest: int) -> bool:
    return type(value) is int and lowest <= value <= highest


def _sequence(hold: int, calls: Iterable[Call]) -> Arguments:
    names: list[str] = ["Inventory"]
    given: list[list[Any]] = [[hold]]
    for name, values in calls:
        names.append(name)
        given.append(values)
    return {"calls": names, "arguments": given}


def _played(hold: int, script: str) -> Arguments:
    """Return the calls of a script like `s:pen,5 r:order,pen,3,0 c:order,9`."""
    calls: list[Call] = []
    for word in script.split():
        name, values = word.split(":", 1)
        kinds = PARAMETERS[SHORT[name]]
        given = [
            text if kind == "t" else int(text)
            for kind, text in zip(kinds, values.split(","), strict=True)
        ]
        calls.append((SHORT[name], given))
    return _sequence(hold, calls)


def _one_sku(rng: random.Random, calls: int) -> Arguments:
    """Two in five calls reserve, and nothing ends before the last; then all end at once."""
    live = calls * 2 // 5
    made: list[Call] = [("restock", ["hot", 2 * live]), ("restock", ["cold", 1])]
    made += [
        ("reserve", [f"order{number}", "hot", rng.randint(1, 2), EPOCH + number])
        for number in range(live)
    ]
    now = EPOCH + live
    for number in range(calls - live - 10):
        now += 1
        order = f"order{rng.randrange(live)}"
        if number % 3 == 0:
            made.append(("available", ["hot", now]))
        elif number % 3 == 1:
            # A retry, or a new reservation of what was confirmed or cancelled.
            made.append(("reserve", [order, "hot", rng.randint(1, 2), now]))
        elif number % 6 == 2:
            made.append(("confirm", [order, now]))
        else:
            made.append(("cancel", [order, now]))
    made += [("available", ["hot", now]), ("available", ["hot", now + live])]
    made += [("available", ["hot", now + 2 * calls]), ("available", ["cold", now + 2 * calls])]
    return _sequence(2 * calls, made)


def _passers_by() -> Iterator[Call]:
    """Yield 700 new orders every 2 seconds; a reservation lasts 10, so some 3,500 are alive.

    A third is confirmed, some are cancelled, and the rest runs out, the first of them too: who cuts
    off what has ended may cut one too many. The questions are just before an end and at it. A
    letter outside Latin-1 doubles a text in memory.
    """
    step_ms = 2_000
    for step in range(MAX_CALLS // 1_000):
        now, first = step * step_ms, step * 700
        for sku in range(10):
            yield "restock", [f"sku{sku}", 40]
        for number in range(first, first + 700):
            yield "reserve", [f"order-{number:06}@Ełk", f"sku{number % 10}", 1 + number % 2, now]
        early = max(step - 5, 0) * 700  # these run out now
        late = max(step - 4, 0) * 700
        for number in range(200):
            yield "confirm", [f"order-{first + number * 3 + 1:06}@Ełk", now + 1]
        for number in range(50):
            yield "cancel", [f"order-{first + number * 3 + 2:06}@Ełk", now + 1]
        for number in range(10):
            yield "confirm", [f"order-{early + number * 7 + 2:06}@Ełk", now + 1]
            yield "cancel", [f"order-{late + number * 7 + 2:06}@Ełk", now + 1]
            yield "available", [f"sku{number}", now + 1]
        for number in range(10):
            yield "available", [f"sku{number}", now + step_ms - 1]


def _long_runs() -> Iterator[Arguments]:
    """Yield a long life of shops of each small size: rushes, pauses of about a hold, shortages."""
    rng = random.Random(20260224)
    for orders in (1, 2, 3, 5, 9):
        for hold in (1, 5, 1_000):
            now = rng.choice((0, EPOCH))
            calls: list[Call] = [("restock", ["s0", 5])]
            gaps = (0, 0, 0, 1, max(1, hold // 3), hold - 1, hold)
            for _ in range(80):
                now += rng.choices(gaps, (9, 9, 9, 6, 6, 1, 1))[0]
                order, sku = f"o{rng.randrange(orders)}", f"s{rng.randrange(2)}"
                name = rng.choice(("reserve", "reserve", "available", *METHODS))
                if name == "restock":
                    calls.append((name, [sku, rng.randint(1, 4)]))
                elif name == "reserve":
                    calls.append((name, [order, sku, rng.randint(1, 2), now]))
                else:
                    calls.append((name, [sku if name == "available" else order, now]))
            yield _sequence(hold, calls)


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    hold = draw(st.sampled_from((1, 2, 3, 5, 10, 1_000)))
    gaps = sorted({0, 1, 2, hold // 2, hold - 1, hold, hold + 1})
    orders = draw(st.sampled_from((ORDERS[:1], ORDERS[:2], ORDERS)))
    skus = draw(st.sampled_from((SKUS[:1], SKUS)))
    most = draw(st.sampled_from((1, 2, 3)))
    units = range(1, most + 1)
    choices: list[Call] = [("restock", [sku, n]) for sku in skus for n in (1, 3)]
    reserves: list[Call] = [
        ("reserve", [order, sku, n]) for order in orders for sku in skus for n in units
    ]
    choices += [(name, [order]) for name in ("confirm", "cancel") for order in orders]
    choices += [("available", [sku]) for sku in skus] * 2
    one = st.one_of(st.sampled_from(reserves), st.sampled_from(choices))
    steps = st.tuples(one, st.sampled_from([0, 0, 0, *gaps]))
    fewest = draw(st.sampled_from((1, 4, 12, 30)))
    now = draw(st.sampled_from((0, 1, hold - 1, EPOCH)))
    calls: list[Call] = [("restock", ["s", draw(st.integers(1, 5))])]
    for (name, values), gap in draw(st.lists(steps, min_size=fewest, max_size=max(20, fewest))):
        now += gap
        calls.append((name, values if name == "restock" else [*values, now]))
    return _sequence(hold, calls)
