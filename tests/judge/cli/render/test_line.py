import re
from typing import Any

import pytest

from judge.cli.render.line import report_line
from judge.notes import ExceptionInfo
from judge.problems.catalog import default_catalog
from judge.values.interface import Interface, Parameter
from judge.verdict import Verdict
from tests.judge.cli.reports import LIMITER, failure, hostile_report, report

#: What an editor's error list reads: `%f:%l:%c: %m`.
FORM = re.compile(r"^(.+?):([1-9][0-9]*):([1-9][0-9]*): ([A-Z]{2,3}) (.+)$")


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_one_line_that_editors_read(verdict: Verdict) -> None:
    """File, line, column, code and message, for each verdict."""
    found = FORM.match(report_line(report(verdict), "my file.py"))
    assert found is not None
    assert found.groups()[:4] == ("my file.py", "1", "1", verdict.value)


def test_the_line_that_is_to_blame_is_named() -> None:
    """The editor jumps to the line and column of the fault."""
    broken = report(Verdict.DOES_NOT_LOAD, failure=failure(line=7, column=3))
    assert report_line(broken, "a.py").startswith("a.py:7:3: CE ")


def test_the_line_that_raised_is_named() -> None:
    """The line of the exception serves where the failure itself has none."""
    raised = failure(exception=ExceptionInfo(type="KeyError", message="1", line=12))
    assert report_line(report(Verdict.RUN_TIME_ERROR, failure=raised), "a.py").startswith(
        "a.py:12:1:"
    )


def test_hostile_text_stays_on_its_line() -> None:
    """Neither a newline nor an escape code of a submission gets out."""
    line = report_line(hostile_report(), "a\x1b[0m\nb.py")
    assert line.isprintable()


def line_of(slug_names: tuple[str, ...], arguments: dict[str, Any], **changes: Any) -> str:
    found = failure(arguments=arguments, **changes)
    wrong = report(Verdict.WRONG_ANSWER, failure=found, summary=f"on a case: {found.message}")
    parameters = tuple(Parameter(name, "Any") for name in slug_names)
    return report_line(wrong, "my.py", Interface("function", ("f",), parameters))


def test_the_line_holds_a_short_input() -> None:
    """Who reads an error list sees what to try."""
    assert line_of(("s",), {"s": "abba"}, message="expected 2, got 3") == (
        "my.py:1:1: WA wrong answer: s = 'abba': expected 2, got 3"
    )


def test_the_line_holds_the_size_of_a_long_input() -> None:
    """A list of 1,500 items, a scale case, and a value that the report has cut."""
    line = line_of(("nums", "k"), {"nums": list(range(10**9, 10**9 + 1500)), "k": 2})
    assert ": nums of 1,500 items, k = 2: expected 3" in line
    assert ": n = 20,000: " in line_of(("nums",), {"nums": "[1, ... 9 more ...]"}, size=20_000)
    cut = line_of(("nums",), {"nums": "[1, ... 9 more ...]"}, cut=["arguments.nums"])
    assert ": nums = [1, ... 9 more ...]: " in cut


def test_the_line_holds_the_calls_of_a_class() -> None:
    """As people write them; of many there is the number."""
    calls = {"calls": ["RateLimiter", "allow"], "arguments": [[1, 10], ["a", 0]]}
    message = "call 1, allow('a', 0): expected True, got False"
    found = report(
        Verdict.WRONG_ANSWER, failure=failure(arguments=calls, message=message), summary=message
    )
    assert report_line(found, "a.py", LIMITER) == (
        f"a.py:1:1: WA wrong answer: RateLimiter(1, 10), allow('a', 0): {message}"
    )
    many = {"calls": ["R", *["allow"] * 99], "arguments": [[1, 2], *[["a", 0]] * 99]}
    found = report(
        Verdict.WRONG_ANSWER, failure=failure(arguments=many, message=message), summary=message
    )
    assert f": 100 calls: {message}" in report_line(found, "a.py", LIMITER)


def test_the_line_names_the_call_that_leaves_state_behind() -> None:
    """The input alone would pass."""
    line = line_of(("n",), {"n": 1}, state_leak=True, calls=[{"n": 5}, {"n": 1}])
    assert ": n = 1 after n = 5: expected" in line


@pytest.mark.parametrize("slug", default_catalog().slugs())
def test_the_line_holds_the_input_of_every_problem(slug: str) -> None:
    """Each sample of each problem, as it would be shown if it failed."""
    problem = default_catalog().get(slug)
    for sample in problem.samples:
        found = failure(arguments=dict(sample.arguments))
        wrong = report(Verdict.WRONG_ANSWER, failure=found)
        line = report_line(wrong, "my.py", problem.interface)
        assert FORM.match(line) is not None
        assert line.endswith(f": {found.message}")
        given = line.removeprefix("my.py:1:1: WA wrong answer: ").removesuffix(found.message)
        assert given.count("=") or given.count("(") or " calls" in given or " of " in given
