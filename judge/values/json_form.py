"""Convert decoded answers to the JSON of a report. Answers are hostile; work is bounded."""

import json
import math
from collections.abc import Mapping
from typing import Any

from judge.values.answers import Foreign, Linked, Node, Tree
from judge.values.text import ORDERED_LEVELS, SHOW_BITS, big_integer, ordered


def is_reference(value: Any) -> bool:
    """Whether an argument refers to the result of an earlier call."""
    return isinstance(value, dict) and value.keys() == {"result"}


_PLAIN = frozenset({type(None), bool, str})


def to_json(value: Any) -> Any:
    """Convert a decoded answer to the JSON of a report.

    A tuple becomes a list, a value that JSON cannot express becomes an object that names its type,
    and plain values stay as they are.
    """
    return _json(value, ORDERED_LEVELS)


def _json(value: Any, levels: int) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is int:
        return value if value.bit_length() <= SHOW_BITS else {"int": big_integer(value)}
    if kind is float:
        return value if math.isfinite(value) else {"float": repr(value)}
    if kind is list or kind is tuple:
        return list(value) if set(map(type, value)) <= _PLAIN else _list(value, levels)
    return _tagged(value, levels)


def _list(values: Any, levels: int) -> list[Any]:
    return [_json(item, levels) for item in values]


def _tagged(value: Any, levels: int) -> Any:
    if isinstance(value, Node):
        return _json(value.value, levels)
    if isinstance(value, Tree | Linked):
        return _list(value.values, levels)
    if isinstance(value, dict):
        if set(map(type, value)) <= {str} and all(map(_is_text, value)):
            return {key: _json(item, levels) for key, item in value.items()}
        return {"dict": [_list(pair, levels) for pair in value.items()]}
    if isinstance(value, set | frozenset):
        return {type(value).__name__: _list(ordered(value, levels), levels - 1)}
    if isinstance(value, bytes):
        return {"bytes": value.decode("latin-1")}
    if isinstance(value, Foreign):
        return {"type": value.type, "text": value.text}
    return {"type": type(value).__name__}


def _is_text(key: str) -> bool:
    """Whether a key can be encoded in UTF-8: lone surrogates cannot, and parsers reject them."""
    return key.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in key)


def canonical_json(arguments: Mapping[str, Any]) -> str:
    """Return the canonical JSON of an input: equal inputs have equal texts."""
    return json.dumps(arguments, separators=(",", ":"), sort_keys=True)


def json_bytes(value: Any) -> bytes:
    """Return compact JSON in ASCII, which can hold lone surrogates too."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")
