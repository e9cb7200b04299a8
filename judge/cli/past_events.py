"""Events of the past that a person names by the first letters of an id."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from judge import cli
from judge.errors import UsageError

if TYPE_CHECKING:
    from judge.cli.setup import Setup
    from judge.practice import Event, History


def history_to_read(setup: "Setup") -> "History":
    """Return the history of this user. Raises `UsageError` where none is kept."""
    history = cli.history_of(setup)
    if history is None:
        raise UsageError("no history is kept: JUDGE_HISTORY is off")
    return history


def find_event(events: "Sequence[Event]", name: str) -> "Event":
    """Return the one event whose id begins so. Raises `UsageError`."""
    found = [event for event in events if event.id == name]
    found = found or [event for event in events if event.id.startswith(name)]
    if not found:
        raise UsageError(f"no event's id begins with {name[:40]!r}; `judge history` lists them")
    if len(found) > 1:
        raise UsageError(f"{len(found)} ids begin with {name[:40]!r}: write more of it")
    return found[0]


def source_of(history: "History", event: "Event") -> bytes:
    """Return the text that an event was about. Raises `UsageError` where there is none."""
    text = history.text(event.source) if event.source else None
    if text is None:
        raise UsageError(f"the text of {event.id[:12]} is not kept")
    return text
