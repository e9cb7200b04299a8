from dataclasses import replace
from io import StringIO

import pytest

from judge.cli.render.console import open_console
from judge.cli.render.context import ReportContext
from judge.cli.render.played import show_played
from judge.notes import ExceptionInfo
from judge.reports.report import Played
from judge.verdict import Verdict
from tests.judge.cli.reports import HOSTILE, LCA, LIMITER, TREE

SUBJECT = ReportContext("my.py", LCA, "def f(nums, k):\n    return nums[k]\n")
CALLS = {"calls": ["RateLimiter", "allow", "allow"], "arguments": [[1, 9], ["a", 0], []]}


def test_nothing_is_marked_when_a_run_is_accepted() -> None:
    """Beside AC stands no word of a difference, whatever the reference gave."""
    stream = StringIO()
    played = Played(
        "sample", CALLS, [None, "1", 1], [None, "2", 1], Verdict.ACCEPTED, "", None, "", 0.0
    )
    for exact in (True, False):
        context = ReportContext("my.py", LIMITER, exact=exact)
        show_played(open_console(stream, plain=True), played, context)
    assert "<-" not in stream.getvalue()


@pytest.mark.parametrize(
    "verdict", [Verdict.ACCEPTED, Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR]
)
def test_a_run_shows_each_input_beside_the_reference(verdict: Verdict) -> None:
    """`judge run` shows the verdict on an input, the input and both answers."""
    info = ExceptionInfo(type="KeyError", message=HOSTILE, line=4)
    exception = info if verdict is Verdict.RUN_TIME_ERROR else None
    actual = 3 if verdict is Verdict.ACCEPTED else None
    played = Played("sample", TREE, 3, actual, verdict, HOSTILE, exception, HOSTILE, 0.012)
    stream = StringIO()
    show_played(open_console(stream, plain=True), played, SUBJECT, [played])
    text = stream.getvalue()
    assert text.startswith(f"sample 2: {verdict.value} {verdict.words}   12 ms CPU\n")
    assert text.replace("\n", "").isprintable()
    assert ("answer  3" if verdict is Verdict.ACCEPTED else "expected  3") in text


def test_a_source_that_does_not_load_is_told_once() -> None:
    """No input matters to it, and each would tell the same; another reason is told."""
    info = ExceptionInfo(type="SyntaxError", message="'(' was never closed", line=1)
    fault = Played("sample", TREE, 3, None, Verdict.DOES_NOT_LOAD, "", info, "", 0.012)
    other = replace(fault, exception=None, message="no entry")
    stream, told = StringIO(), list[Played]()
    console = open_console(stream, plain=True)
    for played in (fault, fault, other):
        show_played(console, played, SUBJECT, told)
        told.append(played)
    text = stream.getvalue()
    assert text.startswith("CE does not load   12 ms CPU\n")
    assert text.count("was never closed") == 1
    assert text.count("CE does not load") == 2
    assert "no entry" in text
    assert "expected" not in text
