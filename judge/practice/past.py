"""What a person has done on one problem so far: hints, failures in a row, whether it is solved."""

from collections.abc import Iterable

from judge.practice.event import Event
from judge.records import dataclass, replace
from judge.verdict import Verdict

#: Failures in a row after which help is offered.
STUCK = 3
#: A source that does not load says nothing of what its author knows, nor does a fault of ours.
UNCOUNTED = (Verdict.DOES_NOT_LOAD, Verdict.INTERNAL_ERROR)
#: Kinds of events that tell how a problem is solved, and all that help.
TELLING = frozenset({"editorial", "solutions"})
HELP = TELLING | {"hint"}
#: Kinds of events whose verdict counts: what was written elsewhere is solved too.
JUDGED = ("submit", "import")


@dataclass(frozen=True, slots=True)
class Past:
    """What was done on one problem. `failures` are those since the last accepted submission.

    `hints` are the numbers of those that were opened, from 1.
    """

    hints: frozenset[int] = frozenset()
    failures: int = 0
    solved: bool = False
    flagged: bool = False

    def after(self, event: Event) -> "Past":
        """Return what is known after one event more."""
        if event.kind == "hint":
            number = event.facts.get("n")
            opened = {number} if type(number) is int and number > 0 else set()
            return replace(self, hints=self.hints | opened)
        if event.kind == "flag":
            return replace(self, flagged=event.facts.get("on") is not False)
        if event.kind not in JUDGED or event.verdict is None or event.verdict in UNCOUNTED:
            return self
        if event.verdict == Verdict.ACCEPTED:
            return replace(self, failures=0, solved=True)
        return replace(self, failures=self.failures + (event.kind == "submit"))

    @property
    def stuck(self) -> bool:
        """Whether help is worth offering."""
        return self.failures >= STUCK


def past_of(events: Iterable[Event]) -> Past:
    """Return what the events of one problem, in their order, come to."""
    past = Past()
    for event in events:
        past = past.after(event)
    return past
