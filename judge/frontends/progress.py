"""Live progress on standard error, while somebody looks; and nothing at all when nobody does."""

import time
from collections.abc import Iterator
from typing import IO, Self

from judge import events
from judge.frontends.display import safe
from judge.report import Report

#: Seconds between two pictures; drawing each of a thousand cases would cost more than judging.
INTERVAL_SECONDS = 0.08


def follow(steps: Iterator[events.Event], stream: IO[str], *, live: bool) -> Report:
    """Consume the events of one submission, drawing them when `live`; return the report."""
    if not live:
        return _last(steps)
    with _Live(stream) as picture:
        for event in steps:
            if isinstance(event, events.Finished):
                return event.report
            picture.show(event)
    raise AssertionError("judging ended without a report")


def _last(steps: Iterator[events.Event]) -> Report:
    for event in steps:
        if isinstance(event, events.Finished):
            return event.report
    raise AssertionError("judging ended without a report")


class _Live:
    """One line that is redrawn in place and leaves nothing behind."""

    def __init__(self, stream: IO[str]) -> None:
        from rich.console import Console  # noqa: PLC0415 - only where somebody looks
        from rich.progress import (  # noqa: PLC0415 - likewise
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
        )

        # No refreshing thread: it would take the core that the submission is timed on.
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            console=Console(file=stream, highlight=False),
            transient=True,
            auto_refresh=False,
        )
        self._task = self._progress.add_task("starting the sandbox", total=None)
        self._drawn = 0.0

    def __enter__(self) -> Self:
        self._progress.start()
        self._progress.refresh()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, event: events.Event) -> None:
        """Draw an event, unless the last picture is still fresh."""
        words, done, total, important = _words(event)
        now = time.monotonic()
        if not important and now - self._drawn < INTERVAL_SECONDS:
            return
        self._drawn = now
        self._progress.update(self._task, description=words, completed=done, total=total)
        self._progress.refresh()


def _words(event: events.Event) -> tuple[str, int, int | None, bool]:
    """Return the words for an event, how much is done of what, and whether it must be drawn."""
    match event:
        case events.CorpusBuilding(done, total):
            return "making the tests, once", done, total, done == 0
        case events.Started(slug, total, tier):
            return f"judging {safe(slug, 40)} ({safe(tier, 20)})", 0, total, True
        case events.CaseJudged(group, _, passed, done, total):
            return f"judging, {safe(group, 20)} cases", done, total, not passed
        case events.CorpusVerdict(verdict):
            more = "trying fresh inputs" if verdict == "AC" else "looking closer"
            return f"{verdict} {verdict.words} on the tests; {more}", 0, None, True
        case events.Searching(done, total):
            return "AC accepted on the tests; trying fresh inputs", done, total, False
        case events.Shrinking(calls):
            return "making the counterexample smaller", calls, None, True
        case events.Finished():
            return "done", 1, 1, True
