"""Inputs of `fraud-detector`: transactions whose amounts lie where a rule begins to break."""

import random
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Call = tuple[str, str, int, int]
Made = tuple[int, int, int, int]

MAX_WINDOW = 1_000_000_000
MAX_COUNT = 100_000
MAX_TOTAL = 1_000_000_000_000
MAX_AMOUNT = 1_000_000_000
MAX_TIME = 10_000_000_000_000
MAX_CALLS = 1_000_000
MAX_TEXT = 20
PASSERS_BY = 420_000
SIZES = (1, MAX_CALLS)
EPOCH = 1_700_000_000_000
MAKERS = (
    (10, 3, 100, 2),
    (10, 100, 100, 1),
    (10, 5, MAX_TOTAL, 100),
    (5, 2, 30, 2),
    (1, 2, 50, 1),
    (20, 100, 1_000, 100),
    (1_000, 100, MAX_TOTAL, 3),
)
#: What an amount is drawn by: itself, or where it lies beside what the rules still allow.
KINDS = (1, 2, 10, 11, "rest", "over", "triple", "beyond", "beyond")


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, and the boundaries."""
    for made, script in (
        ((1, 1, 1, 1), ""),
        ((1, 1, 1, 1), "a x 1 0"),
        ((1, 1, 1, 1), "a x 2 0"),
        ((1, 1, 1, 1), "a x 1 0; a x 1 0"),
        ((1, 1, 1, 1), "a x 1 0; a x 1 1; a x 1 1"),
        ((1, 1, 9, 1), "a x 1 0; b x 1 1"),
        ((2, 1, 9, 9), "a x 1 0; a x 1 1; a x 1 2"),
        ((2, 9, 9, 1), "a x 1 0; b x 1 1; c x 1 2"),
        ((2, 9, 9, 9), "a x 9 0; a x 1 1; a x 1 2; a x 9 3"),
        ((9, 9, 99, 9), "a x 1 0; a x 1 0; a x 1 0; a x 3 0; a x 9 0"),
        ((9, 9, 99, 9), "a x 1 0; a x 1 0; a x 4 0"),
        ((9, 9, 99, 9), "a x 1 0; a x 1 0; a x 2 0; a x 4 0; a x 6 0"),
        ((9, 9, 99, 9), "a x 1 0; a x 1 0; a x 3 0; a x 5 0; a x 8 0"),
        ((9, 9, 99, 9), "a x 1 0; a x 2 0; a x 2 0; a x 6 0; a x 5 0"),
        ((9, 9, 20, 9), "a x 2 0; a x 30 0; a x 40 0; a x 2 0; a x 7 0; a x 2 0; a x 7 0; a x 6 0"),
        ((3, 9, 99, 9), "a x 1 0; a x 1 1; a x 1 2; a x 9 3; a x 9 3"),
        ((3, 9, 99, 9), "a x 5 0; a x 1 1; a x 1 1; a x 1 2; a x 4 3; a x 3 3"),
        ((9, 9, 10, 9), "a x 11 0; a x 10 1; a x 1 2"),
        ((9, 9, 10, 9), "a x 6 0; a x 5 1; a x 4 2; a x 1 3; a x 5 9; a x 1 9; a x 1 9"),
        ((9, 9, 10, 9), "a x 6 0; b x 6 0; b x 4 0; b x 1 0"),
        ((9, 2, 10, 9), "a x 11 0; a x 11 0; a x 1 0; b x 1 0; a x 1 9; a x 10 9"),
        ((9, 2, 99, 9), "a x 1 0; a y 1 1; a z 1 2; a z 1 8; a z 1 9; a z 1 10; a z 1 11"),
        ((9, 9, 99, 2), "a x 1 0; b x 1 0; c x 1 0; a x 1 0; c y 1 0; a y 1 0; b y 1 0"),
        ((9, 9, 99, 2), "a x 1 0; a x 1 5; b x 1 8; c x 1 9; a x 1 13; b x 1 14"),
        ((9, 9, 99, 2), "a x 1 0; b x 1 1; a x 1 2; c x 1 9; c x 1 10; d x 1 11"),
        ((9, 9, 99, 1), "a x 100 0; b x 1 1; b x 1 8; b x 1 9"),
        ((9, 9, 99, 1), "a x 1 0; x a 1 0; a a 1 0; x x 1 0"),
        ((9, 1, 10, 1), "a x 1 0; b x 1 0; a x 10 0; b x 11 0; c x 11 0"),
        ((9, 3, 9, 1), "b x 1 0; a x 1 0; a y 1 0; a y 1 0; a y 1 1; a x 9 2"),
        ((9, 3, 9, 1), "b x 1 0; a y 1 0; a y 1 0; a y 1 0; a x 7 1"),
        ((9, 9, 99, 9), "a x 1 0; A x 1 0; a| x 1 0; é x 1 0; é x 1 0; é X 1 0"),
        ((9, 9, 99, 1), "a x 1 0; a X 1 0; A x 1 0; b X 1 0; b é 1 0; c é 1 0"),
    ):
        yield _played(made, script)
    most = (MAX_WINDOW, MAX_COUNT, MAX_TOTAL, MAX_COUNT)
    yield _sequence(most, [("a", "x", MAX_AMOUNT, 0), ("a", "x", 1, MAX_WINDOW - 1)])
    yield _sequence(most, [("a", "x", MAX_AMOUNT, MAX_TIME), ("a", "x", 1, MAX_TIME)])
    yield _sequence((MAX_WINDOW, 1, 9, 9), [("a", "x", 1, 0), ("a", "x", 1, MAX_WINDOW)])
    yield _sequence((9, 9, 99, 9), [("c" * MAX_TEXT, "d" * MAX_TEXT, 1, EPOCH)] * 2)
    yield _long_sums()
    yield from _each_limit()
    yield from _long_runs()


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 40 calls of three cards on two devices; amounts and gaps are often at a border."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield one busy card, one busy device, and a great many cards and devices that pass by."""
    rng = random.Random(20260301)
    for n in (1_000, 36_000):
        window = n * 5 // 6
        yield n, _sequence((window, window - 5, MAX_TOTAL, 9), _busy_card(rng, n))
    for n in (1_000, 24_000):
        window = n * 5 // 6
        yield n, _sequence((window, 9, MAX_TOTAL, window - 5), _busy_device(rng, n))
    for n in (2_000, PASSERS_BY):
        yield n, _sequence((100, 1, 1_000, 1), _passers_by(n))


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls of ten cards on five devices; half of them lie in the window."""
    made = (n // 2 + 1, min(n // 15 + 2, MAX_COUNT), 20 * n + 20, 9)
    times = accumulate([rng.randrange(EPOCH), *rng.choices((0, 0, 1, 1, 3), k=n - 1)])
    cards, devices = rng.choices("abcdefghij", k=n), rng.choices("vwxyz", k=n)
    amounts = [rng.choice((1, 50, 100, 400)) + rng.randrange(10) for _ in range(n)]
    return _sequence(made, zip(cards, devices, amounts, times, strict=True))


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "FraudDetector" or len(calls) > MAX_CALLS + 1:
        return f"the calls must be FraudDetector and at most {MAX_CALLS} others"
    if any(name != "check" for name in calls[1:]):
        return "every call but the first must be check"
    if any(not isinstance(values, list) or len(values) != 4 for values in given):
        return "every call takes four arguments"
    limits = zip(given[0], (MAX_WINDOW, MAX_COUNT, MAX_TOTAL, MAX_COUNT), strict=True)
    if not all(_integer(value, 1, highest) for value, highest in limits):
        return f"limits are integers from 1: {MAX_WINDOW}, {MAX_COUNT}, {MAX_TOTAL}, {MAX_COUNT}"
    return _call_fault(given[1:])


def _call_fault(calls: list[Any]) -> str | None:
    before = 0
    for card, device, amount, now in calls:
        if not _text(card) or not _text(device):
            return f"a card and a device must be texts of 1 to {MAX_TEXT} characters"
        if not _integer(amount, 1, MAX_AMOUNT):
            return f"an amount must be an integer from 1 to {MAX_AMOUNT}"
        if not _integer(now, before, MAX_TIME):
            return f"a time must be an integer up to {MAX_TIME} and must not decrease"
        before = now
    return None


def _text(value: Any) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= MAX_TEXT


def _integer(value: Any, lowest: int, highest: int) -> bool:
    return type(value) is int and lowest <= value <= highest


def _sequence(made: Made, calls: Iterable[Call]) -> Arguments:
    given: list[list[Any]] = [[*made], *map(list, calls)]
    return {"calls": ["FraudDetector", *["check"] * (len(given) - 1)], "arguments": given}


def _played(made: Made, script: str) -> Arguments:
    """Return the calls of a script like `a x 10 0; b x 5 1`: card, device, amount and time."""
    words = [call.split() for call in script.split(";") if call]
    return _sequence(made, [(card, device, int(c), int(t)) for card, device, c, t in words])


class _Past:
    """The calls so far in the plainest way, to tell the amounts at which a rule begins to break."""

    def __init__(self, made: Made) -> None:
        self.made = made
        self.log: list[tuple[str, str, int, int]] = []

    def call(self, card: str, device: str, kind: int | str, now: int) -> Call:
        """Return the call whose amount is of this kind, and remember it."""
        window, most, total, cards = self.made
        inside = [call for call in self.log if call[3] > now - window]
        mine = [call for call in inside if call[0] == card]
        approved = [cents for _, _, cents, _ in mine if cents]
        count, spent = len(approved), sum(approved)
        triple = 3 * spent // count if count else 3
        amount = {"rest": total - spent, "over": total - spent + 1}.get(str(kind), 0)
        amount = amount or {"triple": triple, "beyond": triple + 1}.get(str(kind), 0)
        amount = amount if isinstance(kind, str) else kind
        amount = min(max(amount, 1), MAX_AMOUNT)
        seen = {call[0] for call in inside if call[1] == device} | {card}
        spike = count >= 3 and amount * count > 3 * spent
        declined = spike or spent + amount > total or len(seen) > cards or len(mine) >= most
        self.log.append((card, device, 0 if declined else amount, now))
        return card, device, amount, now


def _each_limit() -> Iterator[Arguments]:
    """Yield each small limit reached, passed, and reached again when the window has slid on."""
    for most in range(2, 12):
        times = [0] * (most // 2) + [1] * (most - most // 2) + [1, 9, 10, 10, 11, 11]
        yield _sequence((10, most, 999, 9), [("a", "x", 1, now) for now in times])
        cards = [(f"c{number}", "x", 1, number // 3) for number in range(most + 2)]
        again = [(f"c{number}", "x", 1, 10 + number // 3) for number in range(most + 2)]
        yield _sequence((10, 99, 999, most), [*cards, *again])
        spent = [("a", "x", 1, number // 2) for number in range(most)]
        rest = [("a", "y", 4, 6), ("a", "y", 3, 6), ("a", "y", 4, 10), ("a", "y", 3, 10)]
        yield _sequence((10, 99, 999, 9), [*spent, *rest, ("a", "x", 7, 12)])
        yield _sequence((10, 99, most, 9), [*spent, ("a", "x", 1, 9), ("a", "x", 1, 10)])


def _long_sums() -> Arguments:
    """Return large amounts whose sums and products do not fit 32 bits, nor a float's 24."""
    past = _Past((1_000, 100, MAX_TOTAL, 9))
    amounts: list[int | str] = [
        333_333_334,
        333_333_333,
        333_333_333,
        "beyond",
        "triple",
        "beyond",
        "triple",
    ]
    amounts += [MAX_AMOUNT, MAX_AMOUNT, "beyond", "triple", MAX_AMOUNT - 1]
    return _sequence(past.made, [past.call("a", "x", kind, EPOCH) for kind in amounts])


def _long_runs() -> Iterator[Arguments]:
    """Yield a long life of a detector of each small set of limits, with bursts and pauses."""
    rng = random.Random(20260302)
    for number in range(40):
        window = rng.choice((1, 2, 7, 20, 1_000))
        total = rng.choice((10, 40, 100, 1_000, MAX_TOTAL))
        made = window, rng.choice((2, 4, 6, 8, 12, 99)), total, rng.choice((1, 2, 3, 4, 9))
        past, calls, now = _Past(made), [], rng.choice((0, EPOCH))
        gaps = (0, 0, 0, 1, max(1, window // 4), window - 1, window)
        cards, devices = "aaabcdef"[: 2 + number % 7], "xxyz"[: 1 + number % 4]
        for _ in range(60):
            now += rng.choices(gaps, (6, 6, 6, 6, 6, 1, 1))[0]
            kind = rng.choice(KINDS)
            calls.append(past.call(rng.choice(cards), rng.choice(devices), kind, now))
        yield _sequence(made, calls)


def _busy_card(rng: random.Random, n: int) -> Iterator[Call]:
    """Yield one card's attempts on nine devices, most of them within one window.

    They reach the limit of attempts, and then each one that leaves the window makes room for one.
    """
    for now in range(n):
        amount = 3_000_000 if rng.randrange(50) == 0 else rng.randrange(500_000, 1_000_000)
        yield "busy" if now % 100 else "idle", f"d{rng.randrange(9)}", amount, now


def _busy_device(rng: random.Random, n: int) -> Iterator[Call]:
    """Yield new cards on one device, and now and then one that was seen there before."""
    for now in range(n):
        number = rng.randrange(now + 1) if now % 10 == 0 else now
        yield f"card {number}", "till", rng.randrange(1, 1_000), now


def _passers_by(n: int) -> Iterator[Call]:
    """Yield 190 new cards and devices every 6 ms, and 10 of those before that come again.

    So some 3,000 are live at any time, and whoever forgets one of them is seen. A character beyond
    U+FFFF makes a text four times as large in memory: whoever keeps but the names keeps too much.
    """
    for step in range(n // 200):
        now = step * 6
        for number in range(step * 190, step * 190 + 190):
            yield f"{number:07} a card 💳💳💳", f"{number:07} a device 📱", 10, now
        earlier = max(step - 1 - step % 16, 0) * 190
        for number in range(earlier + step % 19, earlier + 190, 19):
            if number % 2:
                yield f"{number:07} a card 💳💳💳", f"{number:07} a device 📱", 1_000, now
            else:
                yield f"{number:07} b card 💳💳💳", f"{number:07} a device 📱", 10, now


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    made = draw(st.sampled_from(MAKERS))
    window = made[0]
    gaps = sorted({0, 1, 2, window // 2, window - 1, window, window + 1})
    cards = draw(st.sampled_from(("a", "ab", "aab", "abc")))
    devices = draw(st.sampled_from(("x", "xy")))
    choices = [(c, d, kind, gap) for c in cards for d in devices for kind in KINDS for gap in gaps]
    # Half of the gaps are 0 or 1, so that many calls lie in one window.
    choices += [(c, d, k, gap % 2) for c, d, k, gap in choices]
    fewest = draw(st.sampled_from((1, 4, 12, 30)))
    past, now, calls = _Past(made), draw(st.sampled_from((0, 1, window - 1, EPOCH))), []
    steps = st.lists(st.sampled_from(choices), min_size=fewest, max_size=max(20, fewest))
    for card, device, kind, gap in draw(steps):
        now += gap
        calls.append(past.call(card, device, kind, now))
    return _sequence(made, calls)
