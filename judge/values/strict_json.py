"""Parse hostile JSON strictly and within bounds.

Rejects what the standard decoder accepts: NaN and the infinities, numbers outside the range of a
float, bytes after the value. Brackets are counted before the parser runs, so hostile input cannot
exhaust its stack or its memory.
"""

import itertools
import json
import math
import re
from collections.abc import Callable
from typing import Any, NoReturn

#: A little more than the guest's own bound, since one tag takes several brackets.
MAX_DEPTH = 210
MAX_BRACKETS = 6_000_000
#: Most objects, each passed to the hook: the guest's bound on tags, and a few for the envelope.
MAX_OBJECTS = 500_100

#: Longer texts are not split at their quotes: that takes thirteen times their memory.
SPLIT_BYTES = 1024 * 1024

PairsHook = Callable[[list[tuple[str, Any]]], Any]


class StrangeError(ValueError):
    """Raised for JSON that an honest guest never writes."""


def read(payload: bytes, pairs_hook: PairsHook) -> Any:
    """Parse the one value in `payload`, with objects built by `pairs_hook`.

    Raises ValueError (StrangeError is one), RecursionError, or what the hook raises.
    """
    _bound(payload)
    # Lone surrogates inside strings are valid answers.
    text = payload.decode("utf-8", "surrogatepass")
    decoder = json.JSONDecoder(
        object_pairs_hook=pairs_hook, parse_float=_finite, parse_constant=_no_constant
    )
    value, end = decoder.raw_decode(text)
    if end != len(text):
        raise StrangeError("bytes after the answer")
    return value


def plain_json(payload: bytes) -> Any:
    """Parse one value without tags. Raises what `read` does."""
    return read(payload, unique)


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build a dictionary and reject duplicate keys: the hook for plain objects."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise StrangeError("a key that occurs twice")
    return value


def text_of(value: Any) -> str:
    """Return a parsed value that must be text. Raises `StrangeError`."""
    if type(value) is not str:
        raise StrangeError("something other than text")
    return value


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise StrangeError("a number beyond all floats")
    return value


def _no_constant(text: str) -> NoReturn:
    raise StrangeError(f"the bare word {text}")


#: A string, or an unterminated one up to the end; the possessive quantifiers never backtrack.
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)
_STEPS = bytes.maketrans(b"[{]}", b"\1\1\0\0")
_UP_OR_DOWN = (-1, 1).__getitem__
_NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))


def _outside_strings(payload: bytes) -> bytes:
    """Return what is outside of strings, of which the last may lack its end.

    Behind a backslash outside of strings it may be anything: there the parser gives up.
    """
    if len(payload) > SPLIT_BYTES:
        return _STRING.sub(b"", payload)
    if b"\\" in payload:
        payload = payload.replace(b"\\\\", b"").replace(b'\\"', b"")
    return b"".join(payload.split(b'"')[::2])


def _bound(payload: bytes) -> None:
    """Reject too many or too deeply nested brackets before the parser runs."""
    if payload.count(b"[") + payload.count(b"{") <= MAX_DEPTH:
        return
    brackets = _outside_strings(payload)
    if brackets.count(b"{") > MAX_OBJECTS:
        raise StrangeError("too many values")
    steps = brackets.translate(_STEPS, _NO_BRACKET)
    if len(steps) > MAX_BRACKETS:
        raise StrangeError("too many values")
    # Most brackets are innermost: without these the rest is one level less deep, and short. Peeling
    # off the levels one by one would take a pass for each.
    steps = steps.replace(b"\1\0", b"")
    if max(itertools.accumulate(map(_UP_OR_DOWN, steps)), default=0) > MAX_DEPTH - 1:
        raise StrangeError("nested too deeply")
