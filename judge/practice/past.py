"""What a person has done on one problem so far: hints, failures in a row, whether it is solved."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from judge.practice.event import Event
from judge.problems import Problem
from judge.submission import Submission
from judge.verdict import Verdict

#: Failures in a row after which help is offered.
STUCK = 3
#: A source that does not load says nothing of what its author knows, nor does a fault of ours.
UNCOUNTED = (Verdict.DOES_NOT_LOAD, Verdict.INTERNAL_ERROR)
#: Kinds of events whose verdict counts: what was written elsewhere is solved too.
JUDGED = ("submit", "import")
#: A text that was accepted within this is still this evening's.
EVENING = timedelta(hours=12)


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


def same_as(
    submission: Submission, problem: Problem, new: Event, before: Sequence[Event]
) -> Literal["own", "known"] | None:
    """Return whose accepted text this is: one of the package's, or one's own of an earlier evening.

    Blank lines and lines of comments alone make no other text.
    """
    own_lines = _lines(submission.source)
    accepted = problem.solutions / "accepted"
    for path in accepted.glob(f"*{problem.language.suffixes[0]}"):
        with suppress(OSError):
            if _lines(path.read_bytes()) == own_lines:
                return "known"
    return "own" if is_repeated(new, before) else None


def is_repeated(new: Event, before: Iterable[Event]) -> bool:
    """Whether a text was accepted on an earlier evening."""
    earlier = (
        event
        for event in before
        if event.verdict == Verdict.ACCEPTED and new.at - event.at > EVENING
    )
    return any(event.source == new.source for event in earlier)


def _lines(source: bytes) -> list[bytes]:
    stripped = (line.strip() for line in source.splitlines())
    return [line for line in stripped if line and not line.startswith((b"#", b"--"))]
