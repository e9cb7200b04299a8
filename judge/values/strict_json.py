"""JSON read strictly and within bounds, for bytes that somebody hostile wrote.

What the standard decoder lets pass is refused: NaN and the infinities, numbers beyond all
floats, bytes after the value. Brackets are counted before the parser sees them, so that neither
its stack nor its memory depends on the writer's good will.
"""

import itertools
import json
import math
import re
from collections.abc import Callable
from typing import Any, NoReturn

#: A little more than the guest's own bound, whose tags count several brackets at a time.
MAX_DEPTH = 210
MAX_BRACKETS = 6_000_000
#: Objects, each of which the hook makes into a value: the guest's bound, and its few others.
MAX_OBJECTS = 500_100

PairsHook = Callable[[list[tuple[str, Any]]], Any]


class StrangeError(ValueError):
    """Raised for JSON that the honest runner never writes."""


def read(payload: bytes, pairs_hook: PairsHook) -> Any:
    """Return the one value that `payload` holds, its objects made by `pairs_hook`.

    Raises ValueError (of which StrangeError is one) or RecursionError; the hook may add its own.
    """
    _bound(payload)
    # Lone surrogates inside strings are a submission's right.
    text = payload.decode("utf-8", "surrogatepass")
    decoder = json.JSONDecoder(
        object_pairs_hook=pairs_hook, parse_float=_finite, parse_constant=_no_constant
    )
    value, end = decoder.raw_decode(text)
    if end != len(text):
        raise StrangeError("bytes after the answer")
    return value


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a dictionary of an object whose keys differ: the hook for plain objects."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise StrangeError("a key that occurs twice")
    return value


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise StrangeError("a number beyond all floats")
    return value


def _no_constant(text: str) -> NoReturn:
    raise StrangeError(f"the bare word {text}")


#: A string, or an unterminated one up to the end: no starting point is ever tried twice.
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)
_STEPS = bytes.maketrans(b"[{]}", b"\1\1\0\0")
_UP_OR_DOWN = (-1, 1).__getitem__
_NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))


def _bound(payload: bytes) -> None:
    """Refuse too many or too deeply nested brackets, before a parser sees them."""
    if payload.count(b"[") + payload.count(b"{") <= MAX_DEPTH:
        return
    brackets = _STRING.sub(b"", payload)
    if brackets.count(b"{") > MAX_OBJECTS:
        raise StrangeError("too many values")
    steps = brackets.translate(_STEPS, _NO_BRACKET)
    if len(steps) > MAX_BRACKETS:
        raise StrangeError("too many values")
    # One walk: to take the levels off one by one costs their number times as much.
    if max(itertools.accumulate(map(_UP_OR_DOWN, steps)), default=0) > MAX_DEPTH:
        raise StrangeError("nested too deeply")
