"""The interpreter that an event was measured on: figures of different ones are not compared.

A time over the reference's is another one on another version of Python, for the same two programs.
Pure.
"""

from collections.abc import Iterable, Sequence

from judge.practice.event import Event

#: No version of an interpreter is written longer; an imported one may be anything.
MOST_CHARACTERS = 40


def interpreter_of(event: Event) -> str | None:
    """Return the version of the interpreter that judged a text; None where it is not known."""
    found = event.facts.get("language_version")
    return found if isinstance(found, str) and 0 < len(found) <= MOST_CHARACTERS else None


def on_the_last(events: Sequence[Event]) -> list[Event]:
    """Return those of measured events that the last one's figures may be compared with."""
    last = interpreter_of(events[-1]) if events else None
    return [event for event in events if interpreter_of(event) == last]


def interpreter_words(versions: Iterable[str | None]) -> str:
    """Return versions in words, an unknown one last: Python 3.11.7, 3.12.1 or an unknown one."""
    found = set(versions)
    named = sorted(version for version in found if version is not None)
    words = [f"Python {', '.join(named)}"] if named else []
    return " or ".join(words + ["an unknown version"] * (None in found))
