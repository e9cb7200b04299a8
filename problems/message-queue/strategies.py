"""Inputs of `message-queue`: workers that answer in time, too late, twice, or never."""

import random
from collections.abc import Iterable, Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Call = tuple[str, list[Any]]

MAX_CALLS = 1_000_000
MAX_VISIBILITY = 1_000_000_000
MAX_DELIVERIES = 1_000
MAX_TIME = 10_000_000_000_000
MAX_RECEIPT = 1_000_000_000
MAX_BODY = 50
SIZES = (1, 200_000)
PARAMETERS = {"send": 1, "receive": 1, "ack": 2, "nack": 2, "dead_letters": 1}
METHODS = list(PARAMETERS)  # a list bears to be asked for what cannot be hashed
LETTERS = {"s": "send", "r": "receive", "a": "ack", "n": "nack", "d": "dead_letters"}
EPOCH = 1_700_000_000_000
SETTINGS = ((10, 1), (10, 2), (10, 3), (1, 2), (2, 1), (3, 2), (1000, 5))


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, and the boundaries."""
    yield {"calls": ["MessageQueue"], "arguments": [[1, 1]]}
    for most in (1, 2, 3):
        for script in (
            "r0",
            "d0",
            "a1,0",
            "n1,0",
            "sa d0",
            "sa r0",
            "sa r0 r0",
            "sa r0 r9 r10",
            "sa r0 d9 d10 d11",
            "sa r0 a1,9 r10 d10",
            "sa r0 a1,10 r10 d10",
            "sa r0 a1,0 a1,0",
            "sa r0 n1,0 n1,0",
            "sa r0 n1,0 a1,0 r0",
            "sa r0 a1,0 n1,0 r0 r10 d10",
            "sa r0 n1,9 r9 r18 r19 d19",
            "sa r0 n1,10 r10 d10 d20",
            "sa r0 n1,0 d0 r0 d0",
            "sa r0 a2,0 a1,0",
            "sa r0 n2,0 r0",
            "sa r5 a1,14 r15",
            "sa r5 a1,15 r15",
            "sa sb r0 r0 r0",
            "sa sb r0 r0 n2,0 r0 n1,0 n3,0 r0 r0 r0",
            "sa sb r0 n1,0 r0 r0",
            "sa sb r0 r10 r10",
            "sa sb r0 r0 n2,0 r0 n1,0 r0 d10",
            "sa sb sc r0 r0 r0 n3,1 n1,1 n2,1 r1 r1 r1",
            "sa sb sc r0 r0 r0 r10 r10 r10 d20",
            "sa sb sc r0 r1 r2 d10 d11 d12 d13",
            "sa sb sc r0 r1 r2 n3,3 n1,3 n2,3 d3",
            "sa sb sc r0 r1 r2 d20 d40",
            "sa sb r0 r5 a1,9 r10 r15 a2,15 d30",
            "sa sb r0 n1,0 r0 r1 d10 d11 r11",
            "sa sa r0 r0 a1,1 r10 a2,10 d10",
            "sa sa r0 r1 d9 d10 d11 d12",
            "sa r0 sb r10 a1,10 a2,10 r20",
            "sa r0 r10 a1,11 a2,11 r20 d30",
            "sa r0 r10 n1,11 r11 n2,11 r11 d11",
            "sa r0 a9,10 sb r10 r10",
            "sa r0 n9,10 sb r10 r10 d10",
            "sa r0 a9,10 d10 d10",
            "sb sa r0 r0 a1,10 d10 r10 r10",
            "sa r0 sb sc r9 n1,9 r9 r9",
            "sa sb r0 n1,1 sc r1 r1 r1",
            "sa sb r0 r0 n2,10 d10",
            "sa sb r0 r1 n2,10 d10 d11",
            "sa sb sc r0 r1 r1 n3,10 n2,10 d10",
            "sa sb sc r0 r0 r1 n3,10 d10 r10 r10 r10 d20",
            "r0 r0 sa r0 a1,0",
            "r0 sa r0 a2,0 a1,0",
            "sa r0 d10 sb r10 d20 d20",
            "sa r0 r10 r20 r30 d40 r40 a4,40",
            f"sa r0 a{MAX_RECEIPT},0 n{MAX_RECEIPT},0 a1,{MAX_TIME}",
            f"sa r{EPOCH} r{EPOCH + 9} a1,{EPOCH + 9} r{EPOCH + 10}",
            f"s{'x' * MAX_BODY} s\u00e9 s\U0001f600 r0 r0 r0 d10 d20",
            "s1 s01 s. r0 r0 r0 a1,0 r10 r10 d20 d30",
        ):
            yield _played(10, most, script)
    yield _played(1, 1, "sa r0 r1 d1")
    yield _played(1, 2, "sa r0 r0 r1 r2 d2 d3")
    far = MAX_VISIBILITY
    yield _played(far, MAX_DELIVERIES, f"sa r0 r{far - 1} a1,{far - 1}")
    yield _played(far, 2, f"sa sb r1 a1,{far} r{far} r{far + 1} d{MAX_TIME}")
    yield from _to_death()
    yield from _many_at_once()
    yield from _long_runs()


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 40 calls; the gaps are often about one hiding, the receipts about the newest."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield many calls with few messages, many hidden at once, and workers that never answer."""
    rng = random.Random(20261129)
    for n in (1_000, MAX_CALLS):
        yield n, _steady(n)
    for n in (1_000, 50_000):
        yield n, _many_hidden(rng, n)
    for n in (1_000, 20_000):
        yield n, _never_answered(n)
    yield 20_000, _given_back(rng, 20_000)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls of a queue with a backlog: some workers answer late, some never."""
    calls: list[Call] = []
    now, received = rng.randrange(EPOCH), 0
    kinds = ("send", "send", "send", "receive", "receive", "receive", "ack", "ack", "nack", "none")
    for name in rng.choices(kinds, k=n):
        now += rng.randrange(3)
        if name == "send":
            calls.append((name, [f"job {rng.getrandbits(20)}"]))
        elif name == "receive":
            received += 1
            calls.append((name, [now]))
        elif name == "none":
            calls.append(("dead_letters", [now]))
        else:
            calls.append((name, [max(1, received - rng.randrange(50)), now]))
    return _sequence(1_000, 5, calls)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "MessageQueue" or len(calls) > MAX_CALLS + 1:
        return f"the calls must be MessageQueue and at most {MAX_CALLS} others"
    if not isinstance(given[0], list) or len(given[0]) != 2:
        return "MessageQueue takes two arguments"
    visibility, most = given[0]
    if not _integer(visibility, 1, MAX_VISIBILITY) or not _integer(most, 1, MAX_DELIVERIES):
        return f"visibility_ms must be 1 to {MAX_VISIBILITY}, max_deliveries 1 to {MAX_DELIVERIES}"
    return _call_fault(zip(calls[1:], given[1:], strict=True))


def _call_fault(calls: Iterable[Call]) -> str | None:
    before = 0
    for name, values in calls:
        if name not in METHODS or not isinstance(values, list) or len(values) != PARAMETERS[name]:
            return f"{name!r} must be a method with its arguments"
        if name == "send":
            if not isinstance(values[0], str) or not 1 <= len(values[0]) <= MAX_BODY:
                return f"a body must be a text of 1 to {MAX_BODY} characters"
            continue
        if len(values) == 2 and not _integer(values[0], 1, MAX_RECEIPT):
            return f"a receipt must be 1 to {MAX_RECEIPT}"
        if not _integer(values[-1], before, MAX_TIME):
            return f"a time must be an integer up to {MAX_TIME} and must not decrease"
        before = values[-1]
    return None


def _integer(value: Any, lowest: int, highest: int) -> bool:
    return type(value) is int and lowest <= value <= highest


def _sequence(visibility: int, most: int, calls: list[Call]) -> Arguments:
    return {
        "calls": ["MessageQueue", *(name for name, _ in calls)],
        "arguments": [[visibility, most], *(values for _, values in calls)],
    }


def _played(visibility: int, most: int, script: str) -> Arguments:
    """Return the calls of a script like `sbody r0 a1,9 n1,9 d10`."""
    calls: list[Call] = []
    for word in script.split():
        name, rest = LETTERS[word[0]], word[1:]
        given: list[Any] = [rest] if name == "send" else [int(part) for part in rest.split(",")]
        calls.append((name, given))
    return _sequence(visibility, most, calls)


def _to_death() -> Iterator[Arguments]:
    """Yield one message given until it dies, by running out and by `nack`, for larger limits."""
    for most in (*range(4, 12), 20, 100):
        late: list[Call] = [("send", ["a"]), ("send", ["b"])]
        back: list[Call] = [("send", ["a"])]
        for number in range(most + 1):
            late += [("receive", [10 * number]), ("receive", [10 * number])]
            late.append(("dead_letters", [10 * number + 9]))
            back += [("receive", [number]), ("nack", [number + 1, number])]
        yield _sequence(10, most, [*late, ("dead_letters", [10 * most + 10])])
        yield _sequence(10, most, [*back, ("dead_letters", [most]), ("receive", [most])])


def _many_at_once() -> Iterator[Arguments]:
    """Yield several messages that come back in every order, or die together."""
    rng = random.Random(20261130)
    for count in range(3, 13):
        sent: list[Call] = [("send", [f"m{number}"]) for number in range(count)]
        taken: list[Call] = [("receive", [0])] * count
        order = rng.sample(range(1, count + 1), count)
        back: list[Call] = [("nack", [receipt, 1]) for receipt in order]
        again: list[Call] = [("receive", [1])] * (count + 1)
        for most in (1, 2):
            yield _sequence(10, most, [*sent, *taken, *back, *again, ("dead_letters", [20])])
        half: list[Call] = [("ack", [receipt, 5]) for receipt in order[::2]]
        late: list[Call] = [("receive", [10])] * (count + 1)
        for most in (1, 2):
            yield _sequence(10, most, [*sent, *taken, *half, *late, ("dead_letters", [20])])
            mixed: list[Call] = [*sent, *taken, *back[: count // 2]]
            mixed += [("receive", [2])] * (count // 2)
            yield _sequence(10, most, [*mixed, ("dead_letters", [10]), ("dead_letters", [12])])


def _long_runs() -> Iterator[Arguments]:
    """Yield long lives of queues, every call at every state of a message."""
    rng = random.Random(20261201)
    for visibility, most in ((1, 1), (1, 3), (2, 2), (7, 1), (7, 2), (7, 3), (50, 2), (1000, 4)):
        for names in ("srand", "ssrrrand", "sssrrrraaand", "srrnd", "srrra"):
            now, received = rng.choice((0, 3, EPOCH)), 0
            calls: list[Call] = []
            for _ in range(70):
                now += rng.choice((0, 0, 0, 1, 1, visibility // 3, visibility - 1, visibility))
                name = LETTERS[rng.choice(names)]
                if name == "send":
                    calls.append((name, [rng.choice("abcdefgh")]))
                elif PARAMETERS[name] == 2:
                    calls.append((name, [max(1, received - rng.choice((0, 0, 1, 2, 3, 5))), now]))
                else:
                    received += name == "receive"
                    calls.append((name, [now]))
            end = now + visibility
            for _ in range(3):
                calls += [("dead_letters", [end]), ("receive", [end]), ("receive", [end])]
                end += visibility
            yield _sequence(visibility, most, calls)


def _steady(n: int) -> Arguments:
    """Return n calls with some 50 messages at a time: half are answered, half die unanswered.

    Time goes by in steps of 16 rounds, and bodies repeat: what is kept on disk stays small.
    """
    calls: list[Call] = []
    for number in range(n // 4):
        now = number // 16 * 16
        calls += [("send", [f"job {number % 10:03}"]), ("receive", [now])]
        if number % 2:
            calls.append(("ack", [max(number - 20, 1), now]))
        else:
            calls += [("receive", [now])] * 2
            calls.append(("dead_letters" if number % 8 == 6 else "receive", [now]))
        if number % 64 == 1:
            calls.append(("nack", [max(number - 20, 1), now]))
    return _sequence(48, 1, calls[:n])


def _many_hidden(rng: random.Random, n: int) -> Arguments:
    """Return n messages hidden together and answered from everywhere, in strides of 97."""
    calls: list[Call] = []
    for number in range(n):
        calls += [("send", [f"job {number % 10}"]), ("receive", [number // 100])]
    for first in rng.sample(range(1, 98), 97):
        calls += [("ack", [receipt, n]) for receipt in range(first, n + 1, 97)]
    return _sequence(2 * n, 3, [*calls, ("receive", [n]), ("dead_letters", [3 * n])])


def _never_answered(n: int) -> Arguments:
    """Return n messages that are given twice and run out, first one by one and then together."""
    calls: list[Call] = [("send", [f"m{number % 1000}"]) for number in range(n)]
    calls += [("receive", [number]) for number in range(n)]
    # While each of these comes back, the one before it is given again.
    calls += [("receive", [n + number]) for number in range(n)]
    calls += [("ack", [MAX_RECEIPT, 2 * n]), ("dead_letters", [3 * n])]
    return _sequence(n, 2, calls)


def _given_back(rng: random.Random, n: int) -> Arguments:
    """Return n messages that wait, of which any but the newest comes back again and again."""
    calls: list[Call] = [("send", [f"m{number % 1000}"]) for number in range(n)]
    calls += [("receive", [0])] * (n // 2)
    receipts = rng.sample(range(1, n // 2 + 1), n // 2)
    for number, receipt in enumerate(receipts):
        calls.append(("nack", [receipt, 1]))
        if number % 4 == 0:
            calls.append(("receive", [1]))
    return _sequence(10, 5, [*calls, *[("receive", [11])] * (n // 4)])


#: What to draw from: a method, how far back a receipt is, and the place of a gap.
STEPS = [
    *[("send", body) for body in "abc"] * 2,
    *[("receive", 0)] * 6,
    *[(name, back) for name in ("ack", "nack") for back in (0, 0, 1, 2, 3, -1)],
    *[("dead_letters", 0)] * 3,
]


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    visibility, most = draw(st.sampled_from(SETTINGS))
    gaps = sorted({0, 1, visibility // 2, visibility - 1, visibility, visibility + 1})
    # Mostly no time passes; else all runs out at once.
    steps = st.tuples(st.sampled_from(STEPS), st.sampled_from([*[0] * len(gaps), *gaps]))
    fewest = draw(st.sampled_from((1, 4, 12, 30)))
    now = draw(st.sampled_from((0, 1, visibility - 1, EPOCH)))
    calls: list[Call] = []
    model = _Receipts(visibility, most)
    for (name, chosen), gap in draw(st.lists(steps, min_size=fewest, max_size=40)):
        if name == "send":
            calls.append((name, [chosen]))
            model.send()
            continue
        now += gap
        if name in ("ack", "nack"):
            receipt = max(1, model.given - int(chosen))
            calls.append((name, [receipt, now]))
            model.answer(name, receipt, now)
        else:
            calls.append((name, [now]))
            model.look(now)
            if name == "receive":
                model.receive(now)
    return _sequence(visibility, most, calls)


class _Receipts:
    """How many receipts a queue has given, nearly, so that calls can ask for the newest ones.

    It counts no deliveries but that with one alone nothing comes back.
    """

    def __init__(self, visibility: int, most: int) -> None:
        self.visibility, self.most = visibility, most
        self.given = 0
        self.waiting = 0
        self.hidden: dict[int, int] = {}

    def send(self) -> None:
        self.waiting += 1

    def look(self, now: int) -> None:
        for receipt in [one for one, end in self.hidden.items() if end <= now]:
            del self.hidden[receipt]
            self.waiting += self.most > 1

    def receive(self, now: int) -> None:
        if self.waiting:
            self.waiting -= 1
            self.given += 1
            self.hidden[self.given] = now + self.visibility

    def answer(self, name: str, receipt: int, now: int) -> None:
        self.look(now)
        if self.hidden.pop(receipt, None) is not None:
            self.waiting += name == "nack" and self.most > 1
