"""Inputs of `decode-digits`: short strings of digits, rich in ones, twos and zeros."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

MAX_LENGTH = 20
SIZES = (0, MAX_LENGTH)
DIGITS = "0123456789"
TELLING = ("12", "120", "1267", "0123", DIGITS, "1")


def edges() -> Iterator[Arguments]:
    """Yield every string of at most two digits, and longer ones that show a mistake."""
    yield {"digits": ""}
    yield from ({"digits": digit} for digit in DIGITS)
    yield from ({"digits": first + second} for first in DIGITS for second in DIGITS)
    for digits in ("100", "101", "110", "010", "001", "111", "123", "126", "127", "226", "227"):
        yield {"digits": digits}
    for digits in ("260", "270", "206", "2101", "1001", "11106", "10203", "9999"):
        yield {"digits": digits}
    # Every code inside, at the beginning and at the end of more.
    forms = ("12{}", "{}12", "1{}1", "2{}0", "10{}")
    around = (form.format(code) for code in range(10, 33) for form in forms)
    yield from ({"digits": digits} for digits in dict.fromkeys(around))
    for digits in ("1234512345", "12345123451", "10112113114", "12121212121"):
        yield {"digits": digits}
    for digits in ("12121", "111111", "2611055971756562", "101010101010"):
        yield {"digits": digits}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw strings of up to 9 digits over small and full sets of digits."""
    texts = [st.text(digits, max_size=9) for digits in TELLING]
    return st.one_of(texts).map(lambda s: {"digits": s})


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield strings up to twenty digits with the most decodings, and with none."""
    for size in (8, 12, MAX_LENGTH):
        yield size, {"digits": "1" * size}
    yield MAX_LENGTH, {"digits": "12" * (MAX_LENGTH // 2)}
    yield MAX_LENGTH, {"digits": "2" * (MAX_LENGTH - 2) + "30"}
    yield MAX_LENGTH, {"digits": "12" * 9 + "27"}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n ones and twos: every cut of them is a decoding, so all such texts have as many."""
    return {"digits": "".join(rng.choices("12", k=n))}


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
