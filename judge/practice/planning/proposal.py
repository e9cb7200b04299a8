"""What to do next: one problem, and one sentence why. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from judge.practice.event import Event
from judge.practice.evidence.days import day_of
from judge.practice.evidence.pace import by_problem
from judge.practice.planning.plan import begins
from judge.practice.repetition.review import Rating
from judge.practice.repetition.schedule import Queue, Recall
from judge.practice.statistics.stats import Listed
from judge.records import dataclass
from judge.verdict import Verdict

#: What a problem of a topic is called.
TOPIC_WORDS = {
    "arrays": "array",
    "hash-maps": "hash map",
    "stacks-heaps": "stack or heap",
    "linked-lists": "linked list",
    "trees-tries": "tree or trie",
    "graphs": "graph",
    "databases": "database",
}
#: What was opened longer ago was left for good.
FRESH = timedelta(days=7)
#: New problems wait while so many reviews are due or come due within that time. Two reviews are
#: asked for a day, and most people have four evenings a week: what is more would pile up.
MOST_DUE, SOON = 3, timedelta(days=5)
#: New problems that are proposed for a day, beside those that were opened already.
NEW_A_DAY = 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """One problem to do next. `is_review` says whether it is due again or new; `why` says more.

    `is_open` says that it was begun and not submitted, so that there is a file of it already.
    """

    problem: str
    is_review: bool
    why: str
    is_open: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return the proposal as a JSON object."""
        kind = "review" if self.is_review else "new"
        return {"problem": self.problem, "kind": kind, "why": self.why}


def propose(
    queue: Queue,
    fresh: Sequence[str],
    events: Sequence[Event],
    problems: Sequence[Listed],
    today: date,
) -> Proposal | None:
    """Return what to do next; None where nothing is left for today.

    Reviews and new problems take turns, reviews first, and new ones wait while reviews pile up.
    `fresh` are new problems in the order of the plan; those that it does not name follow by topic,
    topics without any work first, and what was solved elsewhere and imported comes last.
    """
    known = {one.slug: one for one in problems}
    own = by_problem(events)
    begun = {slug for slug, work in own.items() if any(map(begins, work))}
    asked = [one for one in queue.asked if one.problem in known]
    imported = {slug for slug, work in own.items() if any(map(_is_solved_elsewhere, work))}
    new = [slug for slug in _in_order(fresh, problems, begun) if slug not in begun]
    new.sort(key=imported.__contains__)
    opened = [slug for slug in new if slug in known and _is_open(own.get(slug, ()), today)]
    begun_today = _begun_today(own.values(), today)
    if not has_room(queue, begun_today, today):
        new = opened
    if asked and (not new or len(queue.done) <= begun_today):
        return Proposal(asked[0].problem, True, why_due(asked[0], today))
    if not new:
        return None
    slug = (opened or new)[0]
    if slug in opened:
        return Proposal(slug, False, "opened, and not submitted yet", is_open=True)
    if slug in imported:
        return Proposal(slug, False, "solved elsewhere, and not here yet")
    return Proposal(slug, False, _why_new(known[slug], problems, begun))


def has_room(queue: Queue, begun_today: int, today: date) -> bool:
    """Whether a new problem can be begun without reviews piling up that nobody has time for."""
    due = len(queue.asked) + sum(one.day - today <= SOON for one in queue.later)
    return not queue.waiting and due < MOST_DUE and begun_today < NEW_A_DAY


def why_due(recall: Recall, today: date) -> str:
    """Return since when a review is due, and what last time told most."""
    last = recall.last
    told = f"; last time {last.why}"
    if last.rating in {Rating.GOOD, Rating.EASY}:
        told = f"; {last.why.removeprefix('it was ')} {ago(last.day, today)}"
    return f"due {since(recall.day, today)}{told}"


def since(day: date, today: date) -> str:
    """Return since when something is due, as people say it."""
    days = (today - day).days
    if days <= 0:
        return "today"
    if days == 1:
        return "since yesterday"
    return f"for {days} days"


def ago(day: date, today: date) -> str:
    """Return how long ago a day was, as people say it."""
    days = (today - day).days
    return "today" if days <= 0 else "yesterday" if days == 1 else f"{days} days ago"


def _in_order(fresh: Sequence[str], problems: Sequence[Listed], begun: set[str]) -> list[str]:
    """Return the plan's problems that are there, then the others, of untouched topics first."""
    there = {one.slug for one in problems}
    planned = [slug for slug in fresh if slug in there]
    touched = {one.topic for one in problems if one.slug in begun}
    others = sorted(
        (one for one in problems if one.slug not in planned), key=lambda one: one.topic in touched
    )
    return planned + [one.slug for one in others]


def _begun_today(work: Iterable[Sequence[Event]], today: date) -> int:
    """Return how many problems were begun today."""
    first = (next((day_of(e) for e in own if begins(e)), None) for own in work)
    return sum(day == today for day in first)


def _is_open(events: Sequence[Event], today: date) -> bool:
    """Whether a problem was opened lately, and not only looked at."""
    return any(e.kind in {"start", "run"} and today - day_of(e) < FRESH for e in events)


def _is_solved_elsewhere(event: Event) -> bool:
    return event.kind == "import" and event.verdict == Verdict.ACCEPTED


def _why_new(one: Listed, problems: Sequence[Listed], begun: set[str]) -> str:
    if one.topic is None:
        return "new: you have not tried it yet"
    same = [other.slug for other in problems if other.topic == one.topic]
    done, name = len(begun.intersection(same)), TOPIC_WORDS.get(one.topic, one.topic)
    name = name.replace("-", " ")
    if not done:
        return f"new: no {name} problem yet"
    return f"new: {done} of {len(same)} {name} problems begun so far"
