import os
import re
from collections.abc import Generator
from io import BytesIO, StringIO, TextIOWrapper

import pytest

from judge import events
from judge.cli.progress import Line, Picture, follow
from judge.reports.report import Report, VerdictKnown
from judge.verdict import Verdict
from tests.judge.cli.reports import report


def working(
    *steps: events.Step | VerdictKnown, result: Report | None = None
) -> Generator[events.Step | VerdictKnown, None, Report]:
    """Take these steps, and return a report."""
    yield from steps
    return result or report()


EVERYTHING: tuple[events.Event, ...] = (
    events.DataBuilding(0, 4),
    events.CorpusBuilding(0, 500),
    events.CorpusBuilding(250, 500),
    events.Started("lca", 412, "full"),
    events.CaseJudged("sample", 0, True, 1, 412),
    events.CaseJudged("edge", 0, False, 2, 412),
    events.SmallPassed(400, 412),
    events.CorpusVerdict(Verdict.ACCEPTED),
    events.Searching(0, 100),
    events.Shrinking(17),
)


class Tty(StringIO):
    def isatty(self) -> bool:
        return True


def test_the_report_comes_back_and_a_pipe_is_told_once_why_it_waits() -> None:
    """The first result of a problem takes seconds more; nothing else is said, and no code."""
    stream = StringIO()
    assert follow(working(*EVERYTHING, *EVERYTHING), stream, live=False) == report()
    assert stream.getvalue().splitlines() == [
        "judge: making the data files, once: this takes some seconds",
        "judge: making the tests, once: this takes some seconds",
    ]
    silent = StringIO()
    assert follow(working(*EVERYTHING[3:]), silent, live=False) == report()
    assert silent.getvalue() == ""


def test_a_person_sees_what_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Making the tests, judging, the verdict on them, and what is done after it."""
    monkeypatch.setenv("TERM", "xterm")
    stream = Tty()
    assert follow(working(*EVERYTHING), stream, live=True) == report()
    for words in (
        "making the data files",
        "making the tests",
        "judging lca",
        "large cases",
        "AC accepted on the tests",
        "smaller",
    ):
        assert words in stream.getvalue()


def test_the_verdict_is_shown_before_it_is_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, when the line of progress is gone; then the timing has a line of its own."""
    monkeypatch.setenv("TERM", "xterm")
    known, last = report(summary="known"), report(summary="timed")
    after = (events.TimingWaits(2, 3.2), events.Timing(0, 13))
    for stream in (Tty(), StringIO()):
        seen: list[str] = []
        steps = working(*EVERYTHING, VerdictKnown(known), *after, result=last)

        def early(shown: Report, seen: list[str] = seen, stream: StringIO = stream) -> None:
            seen.append(shown.summary)
            assert "timing" not in stream.getvalue()

        assert follow(steps, stream, live=stream.isatty(), early=early) == last
        assert seen == ["known"]
        if stream.isatty():
            assert "one of 2 cores that another judge times on, 3 s" in stream.getvalue()
            assert "timing beside the reference" in stream.getvalue()


def test_the_progress_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its line is erased at the end, and the cursor is shown again, also after an error."""
    monkeypatch.setenv("TERM", "xterm")

    def failing() -> Generator[events.Event, None, None]:
        yield events.Started("lca", 412, "full")
        raise KeyboardInterrupt

    stream = Tty()
    with pytest.raises(KeyboardInterrupt):
        follow(failing(), stream, live=True)
    assert stream.getvalue().removesuffix("\x1b[?25h").endswith("\r\x1b[2K")
    assert stream.getvalue().rindex("\x1b[?25h") > stream.getvalue().rindex("\x1b[?25l")


def test_hostile_names_do_not_reach_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of groups come through the same gate as everything else."""
    monkeypatch.setenv("TERM", "xterm")
    stream = Tty()
    follow(working(events.CaseJudged("\x1b]0;x\x07[red]", 0, False, 1, 2)), stream, live=True)
    assert "\x1b]" not in stream.getvalue()
    assert r"\x1b]0;x\x07[red]" in stream.getvalue()


def test_what_can_wait_is_done_once_only_large_cases_are_waited_for() -> None:
    """Not earlier: the small cases are waited for too."""
    done: list[str] = []

    def steps() -> Generator[events.Step, None, Report]:
        for step in EVERYTHING:
            done.append(type(step).__name__)
            yield step
        return report()

    follow(steps(), StringIO(), live=False, idle=lambda: done.append("idle"))
    assert done.count("idle") == 1
    assert done[done.index("idle") - 1] == "SmallPassed"


def test_long_work_of_every_kind_is_followed() -> None:
    """A measurement shows what it measures, mutation testing how many mutants are played."""
    terminal, pipe = Tty(), StringIO()
    for stream in (terminal, pipe):
        steps = working(events.Measuring("time", 1000, 0.5), events.MutantsPlayed("lca", 0, 500))
        assert follow(steps, stream, live=stream.isatty()) == report()
    assert "measuring time at n = 1,000" in terminal.getvalue()
    assert "playing mutants of lca" in terminal.getvalue()
    assert pipe.getvalue() == ""


def test_what_is_followed_is_closed_at_its_end() -> None:
    """An interrupted command leaves no sandbox running."""
    closed = []

    def held() -> Generator[events.Event | VerdictKnown, None, None]:
        try:
            yield events.Started("lca", 412, "full")
            yield VerdictKnown(report())
        finally:
            closed.append(True)

    def interrupt(_: Report) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        follow(held(), StringIO(), live=False, early=interrupt)
    assert closed


def test_a_line_is_never_longer_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that wrapped could not be erased."""
    monkeypatch.setattr(os, "get_terminal_size", lambda _descriptor: os.terminal_size((30, 9)))
    monkeypatch.setattr(Tty, "fileno", lambda _stream: 1)
    stream = Tty()
    follow(working(*EVERYTHING), stream, live=True)
    lines = re.split("\r\x1b\\[2K", stream.getvalue())
    assert len(lines) > 5
    assert max(map(len, lines)) == 29


@pytest.mark.parametrize(("encoding", "bar"), [("utf-8", "\u2501" * 12), ("latin-1", "#" * 12)])
def test_half_of_the_bar_is_full(encoding: str, bar: str) -> None:
    """In signs that the terminal's encoding has."""
    stream = TextIOWrapper(BytesIO(), encoding=encoding)
    with Line(stream) as line:
        line.show(Picture("words", 1_000, 2_000))
        line.show(Picture("skipped", 1_001, 2_000, news=False))
    shown = stream.buffer.getvalue().decode(encoding)
    assert f"words {bar}" in shown
    assert bar + bar[0] not in shown
    assert " 1,000/2,000" in shown
    assert "skipped" not in shown
