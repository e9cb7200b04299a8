"""Inputs of `letter-combinations`: short strings of digits."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 8
SIZES = (0, MAX_LENGTH)
DIGITS = "0123456789"


def edges() -> Iterator[Arguments]:
    """Yield every string of at most two digits, and longer ones that show a mistake."""
    yield {"digits": ""}
    yield from ({"digits": digit} for digit in DIGITS)
    yield from ({"digits": first + second} for first in DIGITS for second in DIGITS)
    for digits in ("234", "222", "799", "977", "227", "102", "201", "230", "023", "123", "2345"):
        yield {"digits": digits}
    for digits in ("000", "111", "22222", "77777", "0002", "2111", "00100", "98765", "456789"):
        yield {"digits": digits}
    for digits in ("2222", "7979", "20202", "23456", "6789", "111111", "2222221", "1222222"):
        yield {"digits": digits}
    # Keys that come again at the ends, side by side and in turns.
    for digits in ("26362", "33522", "258852", "442346", "868683", "5335825"):
        yield {"digits": digits}
    for digits in ("0979797", "97979791", "23562301", "88088088"):
        yield {"digits": digits}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw strings of up to six digits; most of them hold neither 0 nor 1."""
    with_letters = st.text("23456789", min_size=1, max_size=5)
    with_repeats = st.text("2358", min_size=5, max_size=6)
    texts = st.one_of(with_letters, st.text(DIGITS, max_size=5), with_repeats)
    return texts.map(lambda s: {"digits": s})


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield longer strings up to 4^8 combinations."""
    for digits in ("234567", "97979", "2345678", "97797997", "22222222", "99999990"):
        yield len(digits), {"digits": digits}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n digits of three letters each, so that all such texts have as many combinations."""
    return {"digits": "".join(rng.choices("234568", k=n))}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"digits"}:
        return "the arguments must be exactly digits"
    digits = arguments["digits"]
    if not isinstance(digits, str) or len(digits) > MAX_LENGTH:
        return f"digits must be a string of at most {MAX_LENGTH} characters"
    if any(digit not in DIGITS for digit in digits):
        return "digits must hold 0 to 9 only"
    return None
