"""The criterion test and debug, in a debug part: how soon and how small the mend is. Pure."""

from judge.practice.criteria.finding import Advice, Finding, command, many
from judge.practice.criteria.part import Part
from judge.practice.event import Event
from judge.practice.evidence.facts import mapping, number


def judge_mending(part: Part) -> Finding:
    """Return the level of a debug part that was opened.

    4: AC at first within twice the smallest mend. 3: AC after at most one failure. 2: AC. 1: none.
    A text that does not load is no failure, and a mend that was not counted passes.
    """
    first = part.accepted[0] if part.accepted else None
    level = _level(part, first)
    words = f"Mend {part.slug} again, in as few lines and submissions as you can"
    raises = (Advice(words, command("judge", "start", part.slug)),) if level < 4 else ()
    return Finding(level, _evidence(part, first), raises)


def _level(part: Part, first: Event | None) -> int:
    if first is None:
        return 1
    if not part.failures and _is_small(first):
        return 4
    return 3 if part.failures <= 1 else 2


def _is_small(event: Event) -> bool:
    lines = _lines(event)
    return lines is None or lines[0] <= 2 * lines[1]


def _lines(event: Event) -> tuple[float, float] | None:
    """Return how many lines were changed, and the least that mends; None where unknown."""
    mend = mapping(event.facts.get("mend"))
    changed, smallest = number(mend.get("changed")), number(mend.get("smallest"))
    return (changed, smallest) if changed is not None and smallest is not None else None


def _evidence(part: Part, first: Event | None) -> tuple[str, ...]:
    if not part.submissions:
        return ("It was opened and nothing was handed in.",)
    failures = many(part.failures, "failure")
    if first is None:
        return (f"Not accepted, after {failures}.",)
    lines = _lines(first)
    mended = (f"It changes {lines[0]:g} lines; {lines[1]:g} would do.",) if lines else ()
    return (f"Accepted after {failures}.", *mended)
