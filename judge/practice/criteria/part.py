"""A part of a round and what was done in it, in order. Pure.

Here are the words of the scorecard that several criteria share: failure, slip, samples pass,
before coding, blind.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from judge.practice.event import Event
from judge.practice.evidence.clock import Clock, began
from judge.practice.evidence.facts import text
from judge.practice.evidence.growth import Growth, growth_of
from judge.records import dataclass
from judge.verdict import Verdict

#: IE is neither a failure nor a slip, and CE is a slip.
FAILURES = frozenset(Verdict) - {
    Verdict.ACCEPTED,
    Verdict.DOES_NOT_LOAD,
    Verdict.INTERNAL_ERROR,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part; `kind` is problem, debug or tests.

    `opened` is None for a part that was never opened; the round's start opens the first one.
    `events` are those that count, ordered by `at`; `suffix` is that of a solution's file.
    """

    slug: str
    kind: str
    minutes: float
    must: bool
    opened: datetime | None
    events: tuple[Event, ...]
    clock: Clock
    suffix: str = ".py"

    @property
    def file(self) -> str:
        """The name of the file that `judge start` writes."""
        return f"{self.slug.replace('-', '_')}{self.suffix}"

    @property
    def is_problem(self) -> bool:
        return self.kind == "problem"

    def of(self, *kinds: str) -> list[Event]:
        """Return the events of some kinds."""
        return [event for event in self.events if event.kind in kinds]

    def before(self, *kinds: str) -> list[Event]:
        """Return the events before the first one of some kinds; all where there is none."""
        found = []
        for event in self.events:
            if event.kind in kinds:
                break
            found.append(event)
        return found

    @property
    def before_coding(self) -> list[Event]:
        """What was done before the first run or submission."""
        return self.before("run", "submit")

    @property
    def submissions(self) -> list[Event]:
        return self.of("submit")

    @property
    def accepted(self) -> list[Event]:
        return [event for event in self.submissions if event.verdict == Verdict.ACCEPTED]

    @property
    def last_accepted(self) -> Event | None:
        return self.accepted[-1] if self.accepted else None

    @property
    def unsolved(self) -> list[Event]:
        """What was done until the first AC."""
        first = self.accepted[:1]
        return list(self.events[: self.events.index(first[0])] if first else self.events)

    @property
    def failures(self) -> int:
        """How many submissions failed before the first AC."""
        return sum(has_failed(event) for event in self.unsolved)

    @property
    def slips(self) -> int:
        """How many submissions did not load before the first AC."""
        return sum(
            event.kind == "submit" and event.verdict == Verdict.DOES_NOT_LOAD
            for event in self.unsolved
        )

    @property
    def passed_samples(self) -> list[Event]:
        """The submissions that passed the samples: AC, or a failure in another group."""
        return [event for event in self.submissions if passes_samples(event)]

    @property
    def growth(self) -> Growth | None:
        """The growth of the last AC; None where it was not measured."""
        last = self.last_accepted
        return growth_of(last) if last is not None else None

    @property
    def grows_worse(self) -> bool:
        """Whether the last AC's growth is worse; one that was not measured is not."""
        return self.growth is not None and self.growth.worse

    @property
    def solved_well(self) -> bool:
        """AC with growth not worse than the reference."""
        return bool(self.accepted) and not self.grows_worse

    @property
    def time(self) -> timedelta | None:
        """The time from the opening to the beginning of the first AC, less pauses."""
        if self.opened is None or not self.accepted:
            return None
        return self.clock.between(self.opened, began(self.accepted[0]))

    @property
    def hints(self) -> int:
        """How many different hints were opened before the first AC; to see one again is no more."""
        shown = [event.facts.get("n") for event in self.unsolved if event.kind == "hint"]
        numbers = {n for n in shown if isinstance(n, int)}
        return len(numbers) + sum(not isinstance(n, int) for n in shown)

    @property
    def last_hint(self) -> bool:
        """Whether the last hint was opened before the first AC."""
        return any(e.kind == "hint" and e.facts.get("last") is True for e in self.unsolved)

    @property
    def told(self) -> str:
        """What told how it is solved before the first AC, as a sentence begins; empty: nothing."""
        kinds = {event.kind for event in self.unsolved}
        if "editorial" in kinds:
            return "The editorial was opened"
        return "Others' solutions were opened" if "solutions" in kinds else ""

    @property
    def blind(self) -> int:
        """How many submissions were made blindly, up to and with the first AC.

        Its predecessor failed, and no run or replay is between; or it is the first, with no run
        before it. A predecessor that did not load, or met a fault of the judge, has not failed.
        """
        return sum(self._blind())

    def _blind(self) -> Iterator[bool]:
        before: Event | None = None
        looked = False
        for event in self.events:
            if event.kind == "submit":
                yield not looked and (before is None or has_failed(before))
                if event.verdict == Verdict.ACCEPTED:
                    return
                before, looked = event, False
            elif event.kind == "run" or (event.kind == "replay" and before is not None):
                looked = True


def has_failed(event: Event) -> bool:
    """Whether it is a submission that failed."""
    return event.kind == "submit" and event.verdict in FAILURES


def passes_samples(event: Event) -> bool:
    """Whether a submission passed the samples: AC, or a failure in another group than sample.

    A failure that names no group, as one of the whole run, says nothing of them.
    """
    if event.verdict == Verdict.ACCEPTED:
        return True
    return has_failed(event) and text(event.facts.get("failed_group")) not in {"", "sample"}
