"""Where the events of one owner lie: each a `practice.Events` over the store or a file."""

import json

from judge import practice
from judge.practice import Event, EventError, History
from judge.storage import Happened, Histories


class HostedEvents:
    """The history of an issued token's owner, as `practice.Events`. Texts may be left out."""

    def __init__(self, histories: Histories, owner: str, *, keeps_texts: bool) -> None:
        self._histories = histories
        self._owner = owner
        self._keeps_texts = keeps_texts

    @property
    def met_dir(self) -> None:
        """None: others' inputs are played by their own command lines again."""

    def append(self, event: Event, *texts: bytes) -> bool:
        """Keep an event unless its id is known or the owner's room is used up."""
        new = Happened(
            id=event.id,
            at=event.at.timestamp(),
            problem=event.problem,
            document=event.line().decode("ascii"),
        )
        # At the end of a round its last texts are judged.
        keeps = self._keeps_texts or event.round is not None
        kept = {practice.digest_of(text): text for text in texts if keeps}
        return self._histories.append(self._owner, new, kept)

    def read(self, problem: str | None = None, source: str | None = None) -> list[Event]:
        """Return the events, or those of a problem or a text, in order of their moments."""
        found = map(event_in, self._histories.read(self._owner, problem))
        return [event for event in found if event is not None and source in (None, event.source)]

    def text(self, digest: str) -> bytes | None:
        """Return a text by its SHA-256; None where it is not kept."""
        return self._histories.text(self._owner, digest)


class WithoutSources:
    """A history to which no sources are given, but those of a round."""

    def __init__(self, events: History) -> None:
        self._events = events
        self.met_dir = events.met_dir
        self.read, self.text = events.read, events.text

    def append(self, event: Event, *texts: bytes) -> bool:
        return self._events.append(event, *(texts if event.round is not None else ()))


def event_in(document: str) -> Event | None:
    """Return the event of a document; None for one that this judge cannot read."""
    try:
        return practice.event_of(json.loads(document))
    except (ValueError, RecursionError, EventError):
        return None
