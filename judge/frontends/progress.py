"""Live progress on standard error, while somebody looks; and nothing at all when nobody does."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Self

from judge import events
from judge.frontends.display import safe

if TYPE_CHECKING:
    from rich.console import RenderableType

    from judge.report import Report

#: Seconds between two pictures; drawing each of a thousand cases would cost more than judging.
INTERVAL_SECONDS = 0.08
BAR_COLUMNS = 24


def follow(
    steps: Iterator[events.Event],
    stream: IO[str],
    *,
    live: bool,
    early: "Callable[[Report], None] | None" = None,
) -> "Report":
    """Consume the events of one submission, drawing them when `live`; return the report.

    `early` is shown the verdict's report as soon as that is final, where something follows.
    """
    while True:
        event = _drawn(steps, stream) if live else _next(steps)
        if isinstance(event, events.Finished):
            return event.report
        if early is not None:
            early(event.report)


def _drawn(steps: Iterator[events.Event], stream: IO[str]) -> events.VerdictKnown | events.Finished:
    """Draw events up to one that has a report; the line is gone before that is shown."""
    with Line(stream) as line:
        for event in steps:
            if isinstance(event, events.VerdictKnown | events.Finished):
                return event
            line.show(picture(event))
    raise AssertionError("judging ended without a report")


def _next(steps: Iterator[events.Event]) -> events.VerdictKnown | events.Finished:
    for event in steps:
        if isinstance(event, events.VerdictKnown | events.Finished):
            return event
    raise AssertionError("judging ended without a report")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn of an event; `total` 0: there is nothing to count. News is never skipped.

    `counted` is false where done and total are parts of a whole and no things.
    """

    words: str
    done: int = 0
    total: int = 0
    news: bool = True
    counted: bool = True


def picture(event: events.Event) -> Picture:
    """Return what people see of an event."""
    match event:
        case events.CorpusBuilding(done, total):
            return Picture("making the tests, once", done, total, news=done == 0)
        case events.Started(slug, total, tier):
            return Picture(f"judging {safe(slug, 40)} ({safe(tier, 20)})", 0, total)
        case events.CaseJudged(group, _, passed, done, total):
            return Picture(f"judging {safe(group, 20)} cases", done, total, news=not passed)
        case events.CorpusVerdict(verdict):
            return Picture(f"{verdict} {verdict.words} on the tests")
        case events.Searching(done, total):
            return Picture("accepted on the tests; trying fresh inputs", done, total)
        case events.Shrinking(calls):
            after = f", {calls:,} calls" if calls else ""
            return Picture(f"making the counterexample smaller{after}")
        case events.TimingWaits() | events.Timing():
            return _timing(event)
        case events.VerdictKnown() | events.Finished():
            return Picture("done")


def _timing(event: events.TimingWaits | events.Timing) -> Picture:
    if isinstance(event, events.TimingWaits):
        of = "the core" if event.cores == 1 else f"one of {event.cores} cores"
        return Picture(f"waiting for {of} that another judge times on, {event.seconds:.0f} s")
    of = f" {safe(event.rung, 40)}, once," if event.rung else ""
    words = f"timing{of} beside the reference"
    return Picture(words, event.done, event.total, news=event.done == 0)


class Line:
    """One line that is redrawn in place and leaves nothing behind."""

    def __init__(self, stream: IO[str]) -> None:
        from rich.console import Console  # noqa: PLC0415 - only where somebody looks
        from rich.live import Live  # noqa: PLC0415 - likewise

        # No refreshing thread: it would take the core that the submission is timed on.
        self._live = Live(
            console=Console(file=stream, highlight=False),
            transient=True,
            auto_refresh=False,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._drawn = 0.0

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def show(self, new: Picture) -> None:
        """Draw a picture, unless the last one is still fresh and this one is no news."""
        now = time.monotonic()
        if not new.news and now - self._drawn < INTERVAL_SECONDS:
            return
        self._drawn = now
        self._live.update(_line(new), refresh=True)


def _line(shown: Picture) -> "RenderableType":
    from rich.progress_bar import ProgressBar  # noqa: PLC0415 - only where somebody looks
    from rich.table import Table  # noqa: PLC0415 - likewise
    from rich.text import Text  # noqa: PLC0415 - likewise

    words = Text(shown.words, no_wrap=True, overflow="ellipsis")
    if not shown.total:
        return words
    bar = ProgressBar(total=shown.total, completed=shown.done, width=BAR_COLUMNS)
    row = Table.grid(padding=(0, 1))
    counts = f"{shown.done:,}/{shown.total:,}" if shown.counted else ""
    row.add_row(words, bar, Text(counts, no_wrap=True))
    return row
