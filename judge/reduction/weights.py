"""What "smaller" means for an input."""

import json
from collections.abc import Mapping
from typing import Any

Weight = tuple[int, int, str]

#: Characters from simple to odd, as people would choose them; all others by code point. The
#: tilde stands for null, so that a tree leans to the left.
_SIMPLE = '[]{},:"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-. '
_ODD = "".join(chr(code) for code in range(128) if chr(code) not in _SIMPLE)
_RANK = {ord(letter): rank for rank, letter in enumerate(_SIMPLE + _ODD)}
_ENCODER = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)


def plain_text(arguments: Mapping[str, Any]) -> str:
    """Return the JSON of an input, in which a null is one character long."""
    return _ENCODER.encode(arguments).replace("null", "~")


def weight(arguments: Mapping[str, Any], text: str | None = None) -> Weight:
    """Return what inputs are compared by: number of values, length, and how simple the text is.

    `text` is `plain_text` of the input, if that is known.

    A call is one value, each character of a text is one, a null is none. Zero counts as long as a
    number of three digits: it is special (it is false), so a failure at 1 says more.
    """
    text = plain_text(arguments) if text is None else text
    values, zeros = _count(arguments)
    return values, len(text) + 2 * zeros, text.translate(_RANK)


def _count(arguments: Mapping[str, Any]) -> tuple[int, int]:
    """Count the values, and the zeros among them, without recursion."""
    values = zeros = 0
    calls = arguments.get("calls")
    left = list(arguments.values())
    if isinstance(calls, list) and isinstance(arguments.get("arguments"), list):
        # the name of a call weighs as one value, however long it is
        values, left = len(calls), [arguments["arguments"]]
    while left:
        item = left.pop()
        if isinstance(item, str):
            values += len(item)
        elif isinstance(item, list):
            left.extend(item)
        elif isinstance(item, dict):
            left.extend(item.values())
        elif item is not None:
            values += 1
            zeros += item is not False and item == 0
    return values, zeros
