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
# Joined to long strings, these leave at most some hundred decodings of the 10,946 there may be.
CODES = ("1", "1", "2", "2", "3", "6", "7", "9", "10", "14", "20", "20", "23", "26")
# All cuts of more digits would use up an edge case's time before they use up the memory.
LONG = 16


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
    rng = random.Random(20260122)
    for length in range(8, LONG + 1):
        yield {"digits": _decodable(rng, length)}
        yield {"digits": _decodable(rng, length)}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw strings of up to 9 digits over small and full sets of digits, and longer ones."""
    texts = [st.text(digits, max_size=9) for digits in TELLING]
    codes = st.lists(st.sampled_from(CODES), min_size=8, max_size=12)
    long = codes.map(lambda drawn: "".join(drawn)[:LONG])
    return st.one_of(*texts, long).map(lambda s: {"digits": s})


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield strings up to twenty digits with the most decodings, and with none."""
    for size in (8, 12, MAX_LENGTH):
        yield size, {"digits": "1" * size}
    yield MAX_LENGTH, {"digits": "12" * (MAX_LENGTH // 2)}
    yield MAX_LENGTH, {"digits": "2" * (MAX_LENGTH - 2) + "30"}
    yield MAX_LENGTH, {"digits": "12" * 9 + "27"}
    rng = random.Random(20260123)
    for length in range(LONG + 1, MAX_LENGTH + 1):  # the longest of them are past 2^64
        for _ in range(3):
            yield length, {"digits": _decodable(rng, length)}


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


def _decodable(rng: random.Random, length: int) -> str:
    """Return digits that begin with 2 and hold 10, 20 and 26, in some way the codes of a word."""
    codes = ["10", "20", "26"]
    while (left := length - 1 - sum(map(len, codes))) > 0:
        codes.append(rng.choice([code for code in CODES if len(code) <= left]))
    rng.shuffle(codes)
    return "2" + "".join(codes)
