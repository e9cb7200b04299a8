"""Progress of long work, redrawn in place where a person watches a terminal."""

import os
import time
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from typing import IO, Self, TypeVar

from judge import events, reports
from judge.records import dataclass
from judge.values import escape

R = TypeVar("R")

#: Seconds between two pictures; drawing each of a thousand cases would cost more than judging.
INTERVAL_SECONDS = 0.08
BAR_COLUMNS = 24
#: Parts of a budget that can be told apart.
PARTS = 1000
FINE_BAR = "\u2501\u2500"  # heavy and light horizontal lines
#: ECMA-48 and DEC private modes, as every terminal since the VT220 has them.
ERASE, HIDE_CURSOR, SHOW_CURSOR = "\r\x1b[2K", "\x1b[?25l", "\x1b[?25h"


def follow(
    steps: "Generator[events.Step | reports.VerdictKnown, None, R]",
    stream: IO[str],
    *,
    live: bool,
    early: "Callable[[reports.Report], None] | None" = None,
    idle: "Callable[[], None] | None" = None,
) -> R:
    """Run long work to its end and return its result; draw its steps on `stream` when `live`.

    `early` is called with the verdict's report as soon as that is known, the line being erased;
    `idle` once this process has only the large cases to wait for.
    """
    # What the work holds, a sandbox or worker processes, ends with it.
    told: set[str] = set()
    with closing(steps), Line(stream) as line:

        def show(step: "events.Step | reports.VerdictKnown") -> None:
            if isinstance(step, reports.VerdictKnown):
                line.erase()
                if early is not None:
                    early(step.report)
            elif not live:
                told.update(_tell_once(step, told, stream))
            # Of a case that passes there is a picture only where it will be drawn: it is hot.
            elif line.due or not isinstance(step, events.CaseJudged) or not step.passed:
                line.show(picture(step))
            if idle is not None and isinstance(step, events.SmallPassed):
                idle()

        return events.result_of(steps, show)


def _tell_once(step: events.Step, told: set[str], stream: IO[str]) -> set[str]:
    """Say on a stream that nobody watches why the first result of a problem takes its time."""
    if not isinstance(step, events.DataBuilding | events.CorpusBuilding):
        return set()
    words = picture(step).words
    if words not in told:
        with suppress(OSError, ValueError):  # nobody to tell
            stream.write(f"judge: {words}: this takes some seconds\n")
            stream.flush()
    return {words}


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn of a step; `total` is 0 where there is nothing to count.

    News is never skipped. `counted` is false where `done` and `total` are parts of a whole.
    """

    words: str
    done: int = 0
    total: int = 0
    news: bool = True
    counted: bool = True


def picture(step: events.Step) -> Picture:
    """Return what is drawn of a step."""
    match step:
        case events.DataBuilding(done, total) | events.CorpusBuilding(done, total):
            what = "data files" if isinstance(step, events.DataBuilding) else "tests"
            return Picture(f"making the {what}, once", done, total, news=done == 0)
        case events.Started(slug, total, tier):
            return Picture(f"judging {escape(slug, 40)} ({escape(tier, 20)})", 0, total)
        case events.CaseJudged(group, _, passed, done, total):
            return Picture(f"judging {escape(group, 20)} cases", done, total, news=not passed)
        case events.SmallPassed(done, total):
            return Picture("judging large cases", done, total)
        case events.CorpusVerdict(verdict):
            return Picture(f"{verdict} {verdict.words} on the tests")
        case events.Searching(done, total):
            return Picture("accepted on the tests; trying fresh inputs", done, total)
        case events.Shrinking(calls):
            after = f", {calls:,} calls" if calls else ""
            return Picture(f"making the counterexample smaller{after}")
        case events.TimingWaits() | events.Timing() | events.Measuring():
            return _measuring(step)
        case events.Comparing() | events.MutantsPlayed():
            return _playing(step)


def _playing(step: events.Comparing | events.MutantsPlayed) -> Picture:
    if isinstance(step, events.Comparing):
        return Picture("comparing both programs", step.done, step.total, news=step.done == 0)
    return Picture(f"playing mutants of {escape(step.slug, 40)}", step.done, step.total)


def _measuring(step: events.TimingWaits | events.Timing | events.Measuring) -> Picture:
    if isinstance(step, events.TimingWaits):
        of = "the core" if step.cores == 1 else f"one of {step.cores} cores"
        return Picture(f"waiting for {of} that another judge times on, {step.seconds:.0f} s")
    if isinstance(step, events.Measuring):
        words = f"measuring {step.what} at n = {step.n:,}"
        return Picture(words, round(step.done * PARTS), PARTS, news=False, counted=False)
    of = f" {escape(step.rung, 40)}, once," if step.rung else ""
    words = f"timing{of} beside the reference"
    return Picture(words, step.done, step.total, news=step.done == 0)


class Line:
    """One line that is redrawn in place and leaves nothing behind.

    It does without rich, whose import would take as long as judging some hundred cases.
    """

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._drawn: float | None = None
        self._full, self._empty = _bar_of(stream)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.erase()

    def erase(self) -> None:
        """Leave the screen as it was before the first picture."""
        if self._drawn is not None:
            self._drawn = None
            self._write(f"{ERASE}{SHOW_CURSOR}")

    @property
    def due(self) -> bool:
        """Whether a picture would be drawn that is no news."""
        return self._drawn is None or time.monotonic() - self._drawn >= INTERVAL_SECONDS

    def show(self, new: Picture) -> None:
        """Draw a picture, unless the last one is still fresh and this one is no news."""
        if not new.news and not self.due:
            return
        if self._drawn is None:
            self._write(HIDE_CURSOR)
        self._drawn = time.monotonic()
        self._write(ERASE + self._line(new)[: _columns(self._stream) - 1])

    def _line(self, shown: Picture) -> str:
        if not shown.total:
            return shown.words
        full = BAR_COLUMNS * min(shown.done, shown.total) // shown.total
        bar = self._full * full + self._empty * (BAR_COLUMNS - full)
        counts = f" {shown.done:,}/{shown.total:,}" if shown.counted else ""
        return f"{shown.words} {bar}{counts}"

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def _bar_of(stream: IO[str]) -> tuple[str, str]:
    """Return the signs of a bar's two parts, which the terminal's encoding must have."""
    try:
        FINE_BAR.encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeError, LookupError):
        return "#", "-"
    return FINE_BAR[0], FINE_BAR[1]


def _columns(stream: IO[str]) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
