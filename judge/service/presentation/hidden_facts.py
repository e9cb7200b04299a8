"""Removes from the events of a history what this host does not show of hidden cases.

An event keeps what its report told. What follows from events is made from what is left here, so a
schedule, too, tells no more than the reports do.
"""

from collections.abc import Mapping
from typing import Any

from judge.practice import Event
from judge.service.presentation.redaction import SAMPLE
from judge.service.settings import Hidden
from judge.verdict import Verdict

#: Kinds of events that tell of hidden cases.
JUDGED = frozenset({"submit", "replay", "bench", "import"})
#: What a text says of itself, without having been played.
OF_THE_TEXT = frozenset({"began", "bytes", "declared", "same_as", "clock_moved", "round"})
#: Figures of a failure, beside these.
FIGURES = frozenset({"passed", "total", "growth", "memory", "runtime", "mend", "refused"})


def redact_event_facts(event: Event, hidden: Hidden) -> Event:
    """Return an event as a client of this host may see it."""
    if hidden is Hidden.FULL or event.kind not in JUDGED:
        return event
    if hidden is Hidden.VERDICT:
        return _only(event, OF_THE_TEXT)
    if event.verdict == Verdict.ACCEPTED or _is_shown(event):
        return event._replace(facts=_without(event.facts, "report"))
    return _only(event, OF_THE_TEXT | FIGURES)


def _only(event: Event, names: frozenset[str]) -> Event:
    facts = {name: fact for name, fact in event.facts.items() if name in names}
    if event.facts.get("failed_group") is not None:
        facts["failed_group"] = SAMPLE if _is_shown(event) else "hidden"
    return event._replace(facts=facts)


def _is_shown(event: Event) -> bool:
    """Whether a sample failed, in a program that had met nothing else before."""
    facts = event.facts
    return facts.get("failed_group") == SAMPLE and facts.get("failed_hidden") is False


def _without(facts: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: fact for key, fact in facts.items() if key != name}
