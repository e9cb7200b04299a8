"""Inputs of `valid-parentheses`: balanced texts, and such with one small fault."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 10_000
SIZES = (1, MAX_LENGTH)
CLOSING = {"(": ")", "[": "]", "{": "}"}
OPENING = "".join(CLOSING)
BRACKETS = OPENING + "".join(CLOSING.values())
FAULTS = ("none", "none", "replace", "delete", "insert", "swap", "turn")


def edges() -> Iterator[Arguments]:
    """Yield every text of one or two brackets, the well-known faults, and each length once."""
    yield from ({"s": s} for s in dict.fromkeys(_by_hand()))


def generated() -> st.SearchStrategy[Arguments]:
    """Draw a balanced text, and often make one small fault."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield long texts: flat, deep, mixed, and with the fault at the last place."""
    rng = random.Random(20261102)
    for n in (100, 1_000, MAX_LENGTH):
        yield n, {"s": _balanced(rng, n // 2)}
        yield n, {"s": "(" * (n // 2) + ")" * (n // 2)}
    yield n, {"s": "()" * (n // 2 - 1) + "[)"}
    yield n, {"s": "{" * n}
    yield n, {"s": "[" + "()" * (n // 2 - 1) + "]"}
    yield n, {"s": "]" * (n // 2) + "[" * (n // 2)}
    yield n - 1, {"s": "([{" * (n // 6) + "}])" * (n // 6) + "()("}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return a balanced text of n brackets; one more is open when n is odd."""
    return {"s": _balanced(rng, n // 2) + "(" * (n % 2)}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"s"}:
        return "the arguments must be exactly s"
    s = arguments["s"]
    if not isinstance(s, str) or not 1 <= len(s) <= MAX_LENGTH:
        return f"s must be a text of 1 to {MAX_LENGTH} characters"
    if not set(s) <= set(BRACKETS):
        return f"s must hold only {BRACKETS}"
    return None


def _by_hand() -> Iterator[str]:
    yield from BRACKETS
    yield from map("".join, product(BRACKETS, repeat=2))
    for a, b in product(OPENING, repeat=2):
        x, y = CLOSING[a], CLOSING[b]
        yield from (a + x + b + y, a + b + y + x, a + b + x + y, a + a + y + x, x + a + y + b)
        yield from (a + b + y, b + y + x, a + x + y, a + b + y + x + b, y + a + b + y + x)
        yield from (a + b + y + a + x + x, a + x + x + a + b + y)
    yield from (
        "([{}])",
        "([{])}",
        "[({})](",
        "))((",
        "(((",
        ")))",
        "({[",
        "([{(",
        "{[(({",
        "[({{[(",
        "[{()}]{}()",
        "(])[()]",
    )
    rng = random.Random(20261101)
    for n in range(3, 66):  # a mistake may show at one length only
        s = _balanced(rng, n // 2)
        yield s + rng.choice(OPENING) * (n % 2)
        place = rng.randrange(n - 1)
        yield s[:place] + rng.choice(BRACKETS) + s[place + 1 :]
    for n in (70, 99, 100, 101, 127, 128, 129, 200, 255, 256, 257, 500, 512, 1000, 1024):
        s = _balanced(rng, n // 2)
        yield from (s, s[::-1], s[:-1] + rng.choice(OPENING))


def _balanced(rng: random.Random, pairs: int) -> str:
    """Return a balanced text of this many pairs, whose depth wanders up and down."""
    made: list[str] = []
    waiting: list[str] = []
    while pairs or waiting:
        if pairs and (not waiting or rng.random() < 0.5):
            made.append(rng.choice(OPENING))
            waiting.append(CLOSING[made[-1]])
            pairs -= 1
        else:
            made.append(waiting.pop())
    return "".join(made)


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    kinds = draw(st.sampled_from(("(", "([{", "([", OPENING)))
    fewest = draw(st.sampled_from((10, 4, 10, 1)))
    steps = draw(
        st.lists(st.sampled_from((*kinds, "close", "close")), min_size=fewest, max_size=24)
    )
    made: list[str] = []
    waiting: list[str] = []
    for step in steps:
        if step != "close":
            made.append(step)
            waiting.append(CLOSING[step])
        elif waiting:
            made.append(waiting.pop())
    made += waiting[::-1] or (["()"] if not made else [])
    s = "".join(made)
    return {"s": _with_fault(draw, s, draw(st.sampled_from(FAULTS))) or "("}


def _with_fault(draw: st.DrawFn, s: str, fault: str) -> str:
    if fault == "none":
        return s
    if fault == "turn":
        return s[::-1]
    place = draw(st.integers(0, len(s) - 1))
    if fault == "delete":
        return s[:place] + s[place + 1 :]
    if fault == "swap":
        return s[:place] + s[place : place + 2][::-1] + s[place + 2 :]
    after = place + 1 if fault == "replace" else place
    return s[:place] + draw(st.sampled_from(BRACKETS)) + s[after:]
