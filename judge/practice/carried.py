"""Carry a history to another machine: lines of JSON, the texts first, then the events.

{"v": 1, "sha256": "...", "text": "def lca(..."}      a byte that is not UTF-8 is a surrogate
{"v": 1, "id": "...", "kind": "submit", ...}           as in the file of the history
"""

import json
from collections.abc import Iterable, Iterator

from judge.practice.event import VERSION, Event, EventError, document_of, event_of
from judge.practice.history import History, digest_of
from judge.records import dataclass


@dataclass(frozen=True, slots=True)
class Imported:
    """How many events of an export are new here, were here already, and cannot be read."""

    new: int
    known: int
    broken: int


def exported(history: History) -> Iterator[bytes]:
    """Yield the lines of an export: each text that is named, once, then each event, once."""
    lines = history.lines()
    digests = dict.fromkeys(digest for line in lines for digest in _named(line))
    for digest in digests:
        text = history.text(digest)
        if text is not None:
            yield _text_line(digest, text)
    yield from lines


def imported(history: History, lines: Iterable[bytes]) -> Imported | None:
    """Take in the lines of an export, each event once by its id; None where nothing can be kept.

    Events of a newer judge are taken as they are.
    """
    known = {name for line in history.lines() if isinstance(name := _id(line), str)}
    fresh: dict[str, bytes] = {}
    texts, seen, broken = [], 0, 0
    for line in lines:
        document = _document(line)
        text = _text(document)
        if text is not None:
            texts.append(text)
        elif document is not None and _sound(document):
            name = str(document["id"])
            seen += 1
            if name not in known:
                fresh.setdefault(name, json.dumps(document, separators=(",", ":")).encode("ascii"))
        elif line.strip():
            broken += 1
    if fresh and not history.extend_lines(fresh.values(), texts):
        return None
    return Imported(len(fresh), seen - len(fresh), broken)


def named_texts(event: Event) -> list[str]:
    """Return the digests of the texts that an event names."""
    found = [event.source, event.facts.get("report")]
    return [digest for digest in found if isinstance(digest, str)]


def _named(line: bytes) -> list[str]:
    document = _document(line)
    try:
        event = event_of(document)
    except EventError:
        return []
    return named_texts(event) if event is not None else []


def _document(line: bytes) -> dict[str, object] | None:
    try:
        found = document_of(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _id(line: bytes) -> object:
    return (_document(line) or {}).get("id")


def _sound(document: dict[str, object]) -> bool:
    try:
        event_of(document)
    except EventError:
        return False
    return isinstance(document.get("id"), str)


def _text_line(digest: str, text: bytes) -> bytes:
    words = text.decode("utf-8", "surrogateescape")
    return json.dumps({"v": VERSION, "sha256": digest, "text": words}).encode("ascii")


def _text(document: dict[str, object] | None) -> bytes | None:
    """Return the text of a line that holds one, and the right one."""
    words = (document or {}).get("text")
    if document is None or "kind" in document or not isinstance(words, str):
        return None
    try:
        text = words.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return None
    return text if digest_of(text) == document.get("sha256") else None
