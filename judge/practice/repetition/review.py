"""Reviews: what a day's work on a problem showed, as one of four ratings.

Pure: computed from events and never stored, so a new rule rates the past anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from judge.practice.event import Event
from judge.practice.evidence.clock import began
from judge.practice.evidence.days import day_of, local_day
from judge.practice.evidence.growth import growth_of
from judge.practice.evidence.pace import MINUTES, by_problem, is_accepted, up_to_accepted, worked
from judge.practice.past import HELP
from judge.records import dataclass
from judge.verdict import Verdict

#: Failed submissions in a day, and hints, that make it a hard one.
MANY_FAILURES, MANY_HINTS = 3, 2
#: A source that does not load failed at no case; an internal error is a fault of ours.
FAILURES = frozenset(Verdict) - {
    Verdict.ACCEPTED,
    Verdict.DOES_NOT_LOAD,
    Verdict.INTERNAL_ERROR,
}
JUDGED = frozenset(Verdict) - {Verdict.INTERNAL_ERROR}


class Rating(StrEnum):
    """How well a problem was remembered, from worst to best."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


@dataclass(frozen=True, slots=True)
class Review:
    """One day's work on a problem and its rating.

    `why` says what decided the rating, as the end of a sentence: "the growth was n^2".
    """

    problem: str
    day: date
    rating: Rating
    why: str


def reviews(events: Iterable[Event], difficulties: Mapping[str, str]) -> list[Review]:
    """Return the reviews in the order of their days, one a problem and day at most.

    `difficulties` are those of the problems by slug. Where one is unknown, time decides nothing.
    """
    found: list[Review] = []
    for problem, own in by_problem(events).items():
        minutes = MINUTES.get(difficulties.get(problem, ""))
        for day, evidence in _days(own).items():
            if evidence.is_review:
                found.append(Review(problem, day, *_rating(evidence, minutes)))
    return sorted(found, key=lambda one: (one.day, one.problem))


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The events of one problem on one day. `helps` are those from before it was ever accepted."""

    events: Sequence[Event]
    helps: Sequence[Event]

    @property
    def submissions(self) -> list[Event]:
        return [one for one in self.events if one.kind == "submit" and one.verdict in JUDGED]

    @property
    def is_review(self) -> bool:
        return bool(self.submissions or self.helps)

    @property
    def hints(self) -> int:
        """How many different hints were opened; one without a number counts by itself."""
        opened = [one for one in self.helps if one.kind == "hint"]
        return len({str(one.facts.get("n", one.id)) for one in opened})

    @property
    def told(self) -> str:
        """What told the whole solution, in words; empty where nothing did."""
        kinds = {one.kind for one in self.helps}
        if "editorial" in kinds:
            return "the editorial was open"
        if "solutions" in kinds:
            return "others' solutions were open"
        if any(one.kind == "hint" and one.facts.get("last") is True for one in self.helps):
            return "all hints were open"
        return ""


def _days(events: Sequence[Event]) -> dict[date, _Evidence]:
    """Return the evidence of each day on which anything was done."""
    before = len(up_to_accepted(events) or events)
    days: dict[date, tuple[list[Event], list[Event]]] = {}
    for number, event in enumerate(events):
        every, helps = days.setdefault(_day(event), ([], []))
        every.append(event)
        if number < before and event.kind in HELP:
            helps.append(event)
    return {day: _Evidence(every, helps) for day, (every, helps) in days.items()}


def _day(event: Event) -> date:
    """Return the day of the work: a round's last text may be judged on a later one."""
    if event.kind != "submit":
        return day_of(event)
    return local_day(min(began(event), event.at), event.offset)


def _rating(evidence: _Evidence, minutes: int | None) -> tuple[Rating, str]:
    """Return the rating of a day, and why; `minutes` are those that the problem is made for."""
    counted = up_to_accepted(evidence.events)
    if counted is None:
        return Rating.AGAIN, evidence.told or "it was not accepted"
    if evidence.told:
        return Rating.AGAIN, evidence.told
    took = worked(event.at for event in counted).total_seconds() / 60
    for reason in _hardships(evidence, counted, took, minutes):
        return Rating.HARD, reason
    first = evidence.submissions[0] is counted[-1]
    quick = minutes is not None and took <= minutes / 2
    if first and quick and not evidence.hints and any(map(_is_own_input, counted)):
        return Rating.EASY, "it was accepted at once"
    return Rating.GOOD, "it was accepted"


def _hardships(
    evidence: _Evidence, counted: Sequence[Event], took: float, minutes: int | None
) -> Iterator[str]:
    """Yield what made an accepted day a hard one, the most telling first."""
    last = [event for event in evidence.events if is_accepted(event)][-1]
    growth = growth_of(last)
    if growth is not None and growth.worse:
        yield f"the growth was {growth.measured}"
    failures = sum(one.kind == "submit" and one.verdict in FAILURES for one in counted)
    if failures >= MANY_FAILURES:
        yield f"{failures} submissions failed"
    if evidence.hints >= MANY_HINTS:
        yield f"{evidence.hints} hints were open"
    if minutes is not None and took > 2 * minutes:
        yield f"it took {round(took)} minutes"


def _is_own_input(event: Event) -> bool:
    """Whether an input of the person's own was tried, or an example worked out by hand."""
    if event.kind == "run":
        return event.facts.get("own") is True and event.facts.get("valid") is not False
    return event.kind == "round_example" and event.facts.get("right") is not None
