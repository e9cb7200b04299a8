"""What a scorecard tells beside its levels, and never punishes. Pure."""

from judge.practice.criteria.part import Part
from judge.practice.event import Event
from judge.practice.evidence.facts import names, number

#: More than anyone types: a text that grew by this much, and by more than this a second.
PASTED_BYTES, PASTED_RATE = 400, 12
DRIVEN = 3


def is_pasted(part: Part, starter_bytes: int) -> bool:
    """Whether a text of a problem part was pasted rather than typed.

    Between a text and the one before it in that part (the first: the starter, at the opening) there
    are at least 400 bytes more, and over 12 a second by `at`, of at least one second; pauses are
    not taken off. Texts are those of runs and submissions.
    """
    if not part.is_problem:
        return False
    before, then = float(starter_bytes), part.opened
    for event in part.of("run", "submit"):
        found = number(event.facts.get("bytes"))
        if found is None:
            continue
        if then is not None:
            seconds = max(1.0, (event.at - then).total_seconds())
            more = found - before
            if more >= PASTED_BYTES and more / seconds > PASTED_RATE:
                return True
        before, then = found, event.at
    return False


def same_as_own(part: Part) -> bool:
    """Whether a text is the same as an earlier one of one's own, in a part of any kind."""
    return any("own" in _same_as(event) for event in part.submissions)


def same_as_known(part: Part) -> bool:
    """Whether a text of a problem part is the same as a known solution."""
    return part.is_problem and any("known" in _same_as(event) for event in part.submissions)


def is_driven(part: Part) -> bool:
    """Whether three submissions were made blindly: the counterexamples did the testing."""
    return part.blind >= DRIVEN


def was_helped(part: Part) -> bool:
    """Whether help was opened before AC: a hint, the editorial or others' solutions."""
    return part.is_problem and bool(part.hints or part.told)


def _same_as(event: Event) -> frozenset[str]:
    return names(event.facts.get("same_as"))
