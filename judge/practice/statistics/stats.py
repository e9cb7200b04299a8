"""What the events come to: by problem, by topic, by difficulty, and in all. Pure."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import field, fields
from datetime import timedelta
from enum import StrEnum
from statistics import median
from typing import Any

from judge.practice.event import Event
from judge.practice.evidence.growth import Growth, growth_of
from judge.practice.evidence.pace import by_problem, is_accepted, time_to_accepted
from judge.practice.past import HELP
from judge.practice.repetition.review import JUDGED
from judge.practice.statistics.interpreter import interpreter_of
from judge.records import dataclass
from judge.verdict import Verdict

#: What makes a problem one that was tried. To read its statement does not.
TRIES = HELP | {"run", "submit", "import"}


class State(StrEnum):
    """How far a person is with a problem."""

    NEW = "new"
    TRIED = "tried"
    SOLVED = "solved"


@dataclass(frozen=True, slots=True)
class Listed:
    """A problem of the catalogue, as far as practice asks for it."""

    slug: str
    topic: str | None
    difficulty: str


@dataclass(frozen=True, slots=True)
class Attempts:
    """What the work on one problem came to.

    `first_try` says whether the first submission was accepted, `time` how long it took to the
    first that was. `ratio` and `growth` are those of the accepted submission that was measured
    last. `hints` counts different ones. `interpreter` is the version that the ratio was measured
    on. None stands for what there is not.
    """

    state: State = State.NEW
    first_try: bool | None = None
    time: timedelta | None = None
    ratio: float | None = None
    growth: Growth | None = None
    hints: int = 0
    interpreter: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the attempts as a JSON object, with their time in seconds."""
        return {
            "state": self.state.value,
            "first_try": self.first_try,
            "seconds": None if self.time is None else self.time.total_seconds(),
            "ratio": self.ratio,
            "growth": self.growth and self.growth.measured,
            "grown_well": self.growth and not self.growth.worse,
            "hints": self.hints,
            "language_version": self.interpreter,
        }


@dataclass(frozen=True, slots=True)
class Tally:
    """The attempts at several problems, such as those of a topic.

    `submitted` of the problems were submitted, `first_tries` of these accepted at once. `time` and
    `ratio` are medians. Of `measured` problems the growth is known, of `grown_well` of these it is
    not worse than the reference's. Ratios of `elsewhere` problems were measured on another
    interpreter than the last one, and so are not among those of the median.
    """

    name: str
    solved: int
    tried: int
    new: int
    submitted: int
    first_tries: int
    time: timedelta | None
    ratio: float | None
    measured: int
    grown_well: int
    hints: int
    elsewhere: int

    def to_json(self) -> dict[str, Any]:
        """Return the tally as a JSON object, with its time in seconds."""
        seconds = None if self.time is None else self.time.total_seconds()
        named = {one.name: getattr(self, one.name) for one in fields(self)}
        del named["time"]
        return {**named, "seconds": seconds}


@dataclass(frozen=True, slots=True)
class Stats:
    """The tallies of everything, and by topic and difficulty; empty ones are left out.

    `interpreter` is the version that a ratio was measured on last; None where that is not known.
    """

    total: Tally
    topics: tuple[Tally, ...] = ()
    difficulties: tuple[Tally, ...] = ()
    attempts: dict[str, Attempts] = field(default_factory=dict)
    interpreter: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the statistics as a JSON object."""
        return {
            "total": self.total.to_json(),
            "language_version": self.interpreter,
            "topics": [one.to_json() for one in self.topics],
            "difficulties": [one.to_json() for one in self.difficulties],
            "problems": {slug: one.to_json() for slug, one in self.attempts.items()},
        }


def stats_of(
    events: Iterable[Event],
    problems: Sequence[Listed],
    topics: Sequence[str],
    difficulties: Sequence[str],
) -> Stats:
    """Return what the events come to on problems, with topics and difficulties in their order.

    Problems without a topic come last, by the name of "other".
    """
    found = by_problem(events)
    attempts = {one.slug: attempts_of(found.get(one.slug, ())) for one in problems}
    timed = [event for one in problems for event in timed_of(found.get(one.slug, ()))]
    last = max(timed, key=lambda one: one.at, default=None)
    interpreter = interpreter_of(last) if last is not None else None

    def tallies(key: str, names: Sequence[str]) -> tuple[Tally, ...]:
        groups: dict[str, list[Attempts]] = {name: [] for name in (*names, "other")}
        for one in problems:
            name = getattr(one, key)
            groups[name if name in groups else "other"].append(attempts[one.slug])
        return tuple(_tally(name, group, interpreter) for name, group in groups.items() if group)

    return Stats(
        _tally("all", list(attempts.values()), interpreter),
        tallies("topic", topics),
        tallies("difficulty", difficulties),
        attempts,
        interpreter,
    )


def attempts_of(events: Sequence[Event]) -> Attempts:
    """Return what the events of one problem, in the order of their moments, come to."""
    if not any(one.kind in TRIES for one in events):
        return Attempts()
    solved = any(one.kind in {"submit", "import"} and _accepted(one) for one in events)
    submissions = [one for one in events if one.kind == "submit" and one.verdict in JUDGED]
    measured = [one for one in events if is_accepted(one)]
    timed = timed_of(events)
    growths = [growth for one in measured if (growth := growth_of(one)) is not None]
    hints = {str(one.facts.get("n", one.id)) for one in events if one.kind == "hint"}
    return Attempts(
        State.SOLVED if solved else State.TRIED,
        is_accepted(submissions[0]) if submissions else None,
        time_to_accepted(events),
        ratio_of(timed[-1]) if timed else None,
        growths[-1] if growths else None,
        len(hints),
        interpreter_of(timed[-1]) if timed else None,
    )


def ratio_of(event: Event) -> float | None:
    """Return how many times the reference's time a submission takes; None if it is not known."""
    runtime = event.facts.get("runtime")
    ratio = runtime.get("ratio") if isinstance(runtime, dict) else None
    if isinstance(ratio, bool) or not isinstance(ratio, int | float):
        return None
    return float(ratio) if 0 <= ratio < 1e9 and math.isfinite(ratio) else None


def timed_of(events: Sequence[Event]) -> list[Event]:
    """Return the accepted submissions whose time was compared with the reference's."""
    return [one for one in events if is_accepted(one) and ratio_of(one) is not None]


def _accepted(event: Event) -> bool:
    return event.verdict == Verdict.ACCEPTED


def _tally(name: str, group: Sequence[Attempts], interpreter: str | None) -> Tally:
    states = [one.state for one in group]
    submitted = [one.first_try for one in group if one.first_try is not None]
    seconds = [one.time.total_seconds() for one in group if one.time is not None]
    timed = [(one.interpreter, one.ratio) for one in group if one.ratio is not None]
    ratios = [ratio for version, ratio in timed if version == interpreter]
    growths = [one.growth for one in group if one.growth is not None]
    return Tally(
        name=name,
        solved=states.count(State.SOLVED),
        tried=states.count(State.TRIED),
        new=states.count(State.NEW),
        submitted=len(submitted),
        first_tries=sum(submitted),
        time=timedelta(seconds=median(seconds)) if seconds else None,
        ratio=median(ratios) if ratios else None,
        measured=len(growths),
        grown_well=sum(not one.worse for one in growths),
        hints=sum(one.hints for one in group),
        elsewhere=len(timed) - len(ratios),
    )
