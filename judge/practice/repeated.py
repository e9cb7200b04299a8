"""Whether an accepted text is one that was accepted before, or a solution of the package.

It is loaded while a person waits for the prompt after a verdict, and so loads little itself.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Literal

from judge.practice.event import Event
from judge.problems import Problem
from judge.submission import Submission
from judge.verdict import Verdict

#: A text that was accepted within this is still this evening's.
EVENING = timedelta(hours=12)


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
