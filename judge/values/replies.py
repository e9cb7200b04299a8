"""Decode the replies of the program inside: hostile bytes become plain values, or `Malformed`.

Nothing here raises, whatever the input, and work and memory are bounded by a small multiple of the
payload's length, which the session caps. The wire form is strict JSON as a guest writes it
(`judge/languages/python/guest/values.py`). Anything that a guest never writes (NaN, duplicate or
unknown keys, trailing bytes, deeper nesting) is `Malformed`. Lone surrogates inside strings are
valid.
"""

from collections.abc import Callable
from typing import Any

from judge.records import dataclass
from judge.values import strict_json
from judge.values.answers import TEXT_CHARS, read_answer
from judge.values.strict_json import StrangeError, text_of

#: Whether a reply is right, known by its bytes alone.
IsRight = Callable[[bytes], bool]

MAX_ERROR_BYTES = 131_072


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
            return Returned(read_answer(payload[6:-1]))
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
        return text_of(self._value[key])[:TEXT_CHARS]

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
