"""Decode the replies of the program inside: hostile bytes become plain values, or `Malformed`.

Nothing here raises, whatever the input, and work and memory are bounded by a small multiple of the
payload's length, which the session caps. The wire form is strict JSON as a guest writes it
(`judge/languages/python/guest/values.py`). Anything that a guest never writes (NaN, duplicate or
unknown keys, trailing bytes, deeper nesting) is `Malformed`. Lone surrogates inside strings are
valid.
"""

import re
from collections.abc import Callable
from typing import Any

from judge.records import dataclass
from judge.values import strict_json
from judge.values.bulk import MANY_BYTES, no_collections
from judge.values.strict_json import StrangeError

#: Whether a reply is right, known by its bytes alone.
IsRight = Callable[[bytes], bool]

MAX_ERROR_BYTES = 131_072
MAX_HEX_DIGITS = 100_002
#: Most comparisons that sets and dictionaries may cost if all their keys collide: the square of
#: the number of keys, times the size of the largest key.
HASHING_BUDGET = 100_000_000
TEXT_CHARS = 16_384


@dataclass(frozen=True, slots=True)
class Node:
    """A returned node, as its value."""

    value: Any


@dataclass(frozen=True, slots=True)
class Tree:
    """A returned tree, as its values in level order."""

    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A returned linked list, as its values."""

    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """A value that cannot be an answer: the name of its type, and a hint. Both are hostile text."""

    type: str
    text: str


@dataclass(frozen=True, slots=True)
class RaisedInfo:
    """An exception raised inside. All text is hostile; `call` is the index in a class problem.

    `depth` is how many calls deep the program was, of a RecursionError and of `soft_limit`.

    `code` is `exception`, `exit`, `soft_limit`, `answer_limit` (too large to encode) or
    `arguments` (the judge's request did not match the interface); for a load also `syntax`,
    `no_entry`, `ambiguous`, `wrong_arity`, `not_callable`, `async`, `generator` and `constructor`.
    """

    type: str
    message: str
    line: int | None = None
    column: int | None = None
    traceback: str = ""
    code: str = "exception"
    call: int | None = None
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """A step succeeded; `value` is the decoded answer of a READ, None for other steps."""

    value: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """A step ended in an exception."""

    info: RaisedInfo


@dataclass(frozen=True, slots=True)
class LoadNote:
    """A remark on the loading for the report."""

    code: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """The submission loaded; `entry` is the name of what will be called, as people write it."""

    entry: str
    notes: tuple[LoadNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Malformed:
    """A reply that an honest guest never writes."""

    reason: str


def decode_reply(payload: bytes) -> Returned | Raised | Malformed:
    """Decode the reply to PREPARE, CALL or READ."""
    if payload == b'{"ok":null}':
        return Returned(None)
    try:
        if payload.startswith(b'{"ok":') and payload.endswith(b"}"):
            if len(payload) < MANY_BYTES:
                return Returned(strict_json.read(payload[6:-1], _Tags().value))
            with no_collections():
                return Returned(strict_json.read(payload[6:-1], _Tags().value))
        return Raised(_raised(_small(payload)))
    except _REFUSED as error:
        return Malformed(_reason(error))


def decode_load(payload: bytes) -> Loaded | Raised | Malformed:
    """Decode the reply to LOAD."""
    try:
        reply = _small(payload)
        if reply.keys() != {"ok"}:
            return Raised(_raised(reply))
        loaded = _Fields(reply["ok"], {"entry", "notes"})
        return Loaded(loaded.text("entry"), tuple(_note(note) for note in loaded.list("notes")))
    except _REFUSED as error:
        return Malformed(_reason(error))


_REFUSED = (ValueError, TypeError, KeyError, RecursionError)


def _reason(error: BaseException) -> str:
    if isinstance(error, StrangeError):
        return str(error)
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8"
    return "not the JSON that the runner writes"


class _Tags:
    """Converts tagged objects to values, bottom up, within one hashing budget."""

    def __init__(self) -> None:
        self._budget = HASHING_BUDGET
        self._sizes: dict[int, tuple[Any, int]] = {}

    def value(self, pairs: list[tuple[str, Any]]) -> Any:
        """Return the value of a JSON object; its keys, their order and types must be exact."""
        keys = [key for key, _ in pairs]
        if keys == ["t", "type", "text"] and pairs[0][1] == "other":
            return Foreign(_text(pairs[1][1]), _text(pairs[2][1]))
        if keys != ["t", "v"]:
            raise StrangeError("an object with unknown keys")
        tag, content = pairs[0][1], pairs[1][1]
        if type(tag) is not str:
            raise StrangeError("a tag that is no text")
        if tag == "node":
            return Node(content)
        if tag in _SCALAR_TAGS:
            return _SCALAR_TAGS[tag](content)
        if type(content) is not list:
            raise StrangeError(f"a {tag[:20]} without its members")
        return self._container(tag, content)

    def _container(self, tag: str, members: list[Any]) -> Any:
        if tag == "dict":
            self._spend([key for key, _ in members])
            return {key: value for key, value in members}  # noqa: C416 - unpacking rejects what is not a pair
        if tag in {"set", "frozenset"}:
            self._spend(members)
            return set(members) if tag == "set" else frozenset(members)
        if tag == "tuples":
            return _with_tuples(*members)
        if tag in _SEQUENCE_TAGS:
            return _SEQUENCE_TAGS[tag](tuple(members))
        raise StrangeError("an unknown tag")

    def _spend(self, keys: list[Any]) -> None:
        """Charge keys that can be made to collide, in quadratic time: all but text."""
        if set(map(type, keys)) <= {str}:
            return
        self._budget -= len(keys) ** 2 * max(map(self._size, keys), default=1)
        if self._budget < 0:
            raise StrangeError("too many keys")

    def _size(self, value: Any) -> int:
        """Return how many comparisons it takes to tell a value from one that is nearly equal.

        Computed once for each container: one that lies inside many sets is not walked again.
        """
        if isinstance(value, int):
            return 1 + value.bit_length() // 512
        if isinstance(value, str | bytes):
            return 1 + len(value) // 512
        if not isinstance(value, Node | Tree | Linked | tuple | frozenset):
            return 1
        held, size = self._sizes.get(id(value), (None, 0))
        if held is not value:
            size = self._size_inside(value)
            # Keeps the value alive, so that its id stays unique.
            self._sizes[id(value)] = value, size
        return size

    def _size_inside(self, value: Any) -> int:
        if isinstance(value, Node | Tree | Linked):
            # compared by a method in Python, far slower than the others
            inside = value.value if isinstance(value, Node) else value.values
            return 30 + 2 * self._size(inside)
        return 1 + sum(map(self._size, value))


def _with_tuples(members: Any, places: Any) -> list[Any]:
    """Return a list of which the members at these places are tuples, sent as lists."""
    if type(members) is not list or type(places) is not list or set(map(type, places)) - {int}:
        raise StrangeError("tuples without their places")
    if places != sorted(set(places)) or (
        places and not 0 <= places[0] <= places[-1] < len(members)
    ):
        raise StrangeError("places that are none")
    chosen = [members[place] for place in places]
    if set(map(type, chosen)) - {list}:
        raise StrangeError("a tuple where there is none")
    for place, one in zip(places, map(tuple, chosen), strict=True):
        members[place] = one
    return members


def _hexadecimal(text: Any) -> int:
    if type(text) is not str or len(text) > MAX_HEX_DIGITS or not _HEX.fullmatch(text):
        raise StrangeError("not a hexadecimal number")
    return int(text, 16)


def _special_float(text: Any) -> float:
    if text not in {"nan", "inf", "-inf"}:
        raise StrangeError("not a special float")
    return float(text)


def _bytes(text: Any) -> bytes:
    return _text(text, whole=True).encode("latin-1")


def _same(members: tuple[Any, ...]) -> tuple[Any, ...]:
    return members


_HEX = re.compile(r"-?0x[0-9a-f]+")
_SCALAR_TAGS: dict[str, Callable[[Any], Any]] = {
    "int": _hexadecimal,
    "float": _special_float,
    "bytes": _bytes,
}
_SEQUENCE_TAGS: dict[str, Callable[[tuple[Any, ...]], Any]] = {
    "tuple": _same,
    "tree": Tree,
    "linked": Linked,
}


def _text(value: Any, *, whole: bool = False) -> str:
    if type(value) is not str:
        raise StrangeError("something other than text")
    return value if whole else value[:TEXT_CHARS]


def _small(payload: bytes) -> dict[str, Any]:
    """Decode a reply without an answer: an error, or what was loaded."""
    if len(payload) > MAX_ERROR_BYTES:
        raise StrangeError("an error message of more than 128 KiB")
    value = strict_json.read(payload, strict_json.unique)
    if type(value) is not dict:
        raise StrangeError("no object")
    return value


class _Fields:
    """The members of one JSON object, read by name and type."""

    def __init__(self, value: Any, keys: set[str]) -> None:
        if type(value) is not dict or not value.keys() <= keys:
            raise StrangeError("an object with unknown keys")
        self._value = value

    def text(self, key: str) -> str:
        return _text(self._value[key])

    def number(self, key: str) -> int | None:
        value = self._value.get(key)
        if value is not None and (type(value) is not int or not 0 <= value < 2**31):
            raise StrangeError(f"an impossible {key}")
        return value

    def list(self, key: str) -> list[Any]:
        value = self._value[key]
        if type(value) is not list or len(value) > 20:
            raise StrangeError(f"impossible {key}")
        return value


def _raised(reply: dict[str, Any]) -> RaisedInfo:
    if reply.keys() != {"error"}:
        raise StrangeError("neither an answer nor an error")
    keys = {"code", "type", "message", "line", "column", "traceback", "call", "depth"}
    error = _Fields(reply["error"], keys)
    return RaisedInfo(
        type=error.text("type")[:200],
        message=error.text("message"),
        line=error.number("line"),
        column=error.number("column"),
        traceback=error.text("traceback"),
        code=error.text("code")[:40],
        call=error.number("call"),
        depth=error.number("depth"),
    )


def _note(value: Any) -> LoadNote:
    note = _Fields(value, {"code", "message", "line"})
    return LoadNote(note.text("code")[:40], note.text("message"), note.number("line"))
