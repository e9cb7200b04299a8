"""Whether an accepted text is one that was accepted before, or a solution of the package.

It is loaded while a person waits for the prompt after a verdict, and so loads little itself.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta

from judge.practice.event import Event
from judge.problems import Problem, read_part
from judge.submission import Submission
from judge.verdict import Verdict

#: A text that was accepted within this is still this evening's.
EVENING = timedelta(hours=12)


def is_known(submission: Submission, problem: Problem) -> bool:
    """Whether a text is a solution of the package.

    Blank lines and lines of comments alone make no other text.
    """
    own_lines = _lines(submission.source)
    longest = max(own_lines, key=len, default=b"")
    suffix = problem.language.suffixes[0]
    with suppress(OSError):
        # To glob compiles an expression, which takes as long as reading them all; so does to split
        # all of them into lines.
        for path in (problem.solutions / "accepted").iterdir():
            if not path.name.endswith(suffix):
                continue
            text = read_part(path)
            if longest in text and _lines(text) == own_lines:
                return True
    return False


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
