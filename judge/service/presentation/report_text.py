"""Reports as text, for clients that show them to people as they are.

How a report is written is the front-end's: whoever starts the service hands it in.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from judge.problems import Problem
from judge.records import dataclass
from judge.reports import Played, Report
from judge.submission import Submission
from judge.values import Interface, escape

TEXT = "text/plain"
JSON = "application/json"
LEAST_WIDTH, MOST_WIDTH, USUAL_WIDTH = 40, 200, 80


class WriteReport(Protocol):
    """Writes a report for people; all that is a submission's is escaped."""

    def __call__(
        self,
        report: Report,
        problem: Problem | None,
        submission: Submission,
        width: int,
        /,
        *,
        ascii_only: bool,
    ) -> str:
        """Return its lines, folded at `width`. `problem` is None where it is not here any more."""
        ...


class WriteRun(Protocol):
    """Writes the inputs of a run for people; all that is a submission's is escaped."""

    def __call__(
        self,
        played: Sequence[Played],
        problem: Problem,
        submission: Submission,
        width: int,
        /,
        *,
        ascii_only: bool,
    ) -> str:
        """Return its lines, folded at `width`."""
        ...


class WriteView(Protocol):
    """Writes what the page draws of a report; all that is a submission's is escaped."""

    def __call__(
        self, report: Report, problem: Problem | None, submission: Submission, /
    ) -> dict[str, Any]:
        """Return a JSON object. `problem` is None where it is not here any more."""
        ...


class WritePlayedView(Protocol):
    """Writes likewise what the page draws of one input that was played."""

    def __call__(
        self, played: Played, problem: Problem, submission: Submission, /
    ) -> dict[str, Any]:
        """Return a JSON object."""
        ...


class WriteMark(Protocol):
    """Writes what an editor shows at the line that is to blame."""

    def __call__(self, report: Report, interface: Interface | None, /) -> str:
        """Return one line. `interface` is None where the problem is not here any more."""
        ...


def plain_report(
    report: Report,
    _problem: Problem | None,
    _submission: Submission,
    _width: int,
    /,
    *,
    ascii_only: bool,
) -> str:
    """Return the verdict and its sentence; for a service that no front-end has started."""
    words = f"{report.verdict} {report.verdict.words}: {escape(report.summary)}\n"
    return _in_ascii(words) if ascii_only else words


def _plain_run(
    played: Sequence[Played],
    _problem: Problem,
    _submission: Submission,
    _width: int,
    /,
    *,
    ascii_only: bool,
) -> str:
    words = "".join(f"{one.verdict} {escape(one.message)}\n" for one in played)
    return _in_ascii(words) if ascii_only else words


def _in_ascii(words: str) -> str:
    return words.encode("ascii", "backslashreplace").decode("ascii")


def _plain_mark(report: Report, _interface: Interface | None, /) -> str:
    return escape(report.summary, 500)


def _plain_view(
    report: Report, _problem: Problem | None, _submission: Submission, /
) -> dict[str, Any]:
    return {"summary": escape(report.summary, 2_000)}


def _plain_played_view(
    played: Played, _problem: Problem, _submission: Submission, /
) -> dict[str, Any]:
    return {"message": escape(played.message, 2_000)}


@dataclass(frozen=True, slots=True)
class Writing:
    """How a front-end writes all that people read; plainly where none has started a service."""

    report: WriteReport = plain_report
    run: WriteRun = _plain_run
    mark: WriteMark = _plain_mark
    view: WriteView = _plain_view
    played_view: WritePlayedView = _plain_played_view


PLAIN = Writing()


def wants_text(accept: str, kind: str = TEXT) -> bool:
    """Whether an Accept header (RFC 9110, 12.5.1) would rather have that kind of text than JSON."""
    found = dict(_ranges(accept))
    text = max((found[one] for one in (kind, "text/*") if one in found), default=0.0)
    json = next((found[one] for one in (JSON, "application/*", "*/*") if one in found), 0.0)
    return text > 0 and text >= json


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept[:2_000].split(","):
        kind, *parameters = (word.strip().lower() for word in part.split(";"))
        weight = next((word[2:] for word in parameters if word.startswith("q=")), "1")
        try:
            yield kind, min(float(weight), 1.0)
        except ValueError:
            yield kind, 0.0
