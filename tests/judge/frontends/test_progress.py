from collections.abc import Iterator
from io import StringIO

import pytest

from judge import events
from judge.frontends.progress import follow
from judge.verdict import Verdict
from tests.judge.frontends.reports import report

EVERYTHING: tuple[events.Event, ...] = (
    events.CorpusBuilding(0, 500),
    events.CorpusBuilding(250, 500),
    events.Started("lca", 412, "full"),
    events.CaseJudged("sample", 0, True, 1, 412),
    events.CaseJudged("edge", 0, False, 2, 412),
    events.CorpusVerdict(Verdict.ACCEPTED),
    events.Searching(0, 100),
    events.Shrinking(17),
    events.Finished(report()),
)


class Tty(StringIO):
    def isatty(self) -> bool:
        return True


def test_the_report_comes_back_and_a_pipe_sees_nothing() -> None:
    """Where nobody looks there is no progress at all."""
    stream = StringIO()
    assert follow(iter(EVERYTHING), stream, live=False) == report()
    assert stream.getvalue() == ""


def test_a_person_sees_what_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Making the tests, judging, the verdict on them, and what is done after it."""
    monkeypatch.setenv("TERM", "xterm")
    stream = Tty()
    assert follow(iter(EVERYTHING), stream, live=True) == report()
    for words in ("making the tests", "judging lca", "AC accepted on the tests", "smaller"):
        assert words in stream.getvalue()


def test_the_progress_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its line is erased at the end, and the cursor is shown again, also after an error."""
    monkeypatch.setenv("TERM", "xterm")

    def failing() -> Iterator[events.Event]:
        yield events.Started("lca", 412, "full")
        raise KeyboardInterrupt

    stream = Tty()
    with pytest.raises(KeyboardInterrupt):
        follow(failing(), stream, live=True)
    assert stream.getvalue().rstrip("\r\n").endswith("\x1b[2K")
    assert stream.getvalue().rindex("\x1b[?25h") > stream.getvalue().rindex("\x1b[?25l")


def test_hostile_names_do_not_reach_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of groups come through the same gate as everything else."""
    monkeypatch.setenv("TERM", "xterm")
    stream = Tty()
    steps = (events.CaseJudged("\x1b]0;x\x07[red]", 0, False, 1, 2), events.Finished(report()))
    follow(iter(steps), stream, live=True)
    assert "\x1b]" not in stream.getvalue()
    assert r"\x1b]0;x\x07[red]" in stream.getvalue()


def test_an_end_without_a_report_is_our_own_fault() -> None:
    """A road that ends without its last event is not taken for a verdict."""
    for live in (True, False):
        with pytest.raises(AssertionError, match="without a report"):
            follow(iter(()), Tty(), live=live)
