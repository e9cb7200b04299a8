import json
import re
from pathlib import Path

import pytest

from judge.cli.render.line import report_line
from judge.notes import ExceptionInfo
from judge.verdict import Verdict
from tests.judge.cli.reports import failure, hostile_report, report

#: What an editor's error list reads: `%f:%l:%c: %m`.
FORM = re.compile(r"^(.+?):([1-9][0-9]*):([1-9][0-9]*): ([A-Z]{2,3}) (.+)$")


def editor_pattern() -> re.Pattern[str]:
    """Return the pattern by which the VS Code example finds problems in our line."""
    text = (Path(__file__).parents[4] / "examples" / "vscode" / "tasks.json").read_text()
    tasks = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    return re.compile(tasks["tasks"][0]["problemMatcher"]["pattern"]["regexp"])


@pytest.mark.parametrize("verdict", Verdict)
def test_the_editor_example_finds_each_verdict_but_accepted(verdict: Verdict) -> None:
    """The pattern that people copy into VS Code reads our line, and finds no problem in AC."""
    found = editor_pattern().match(report_line(report(verdict), "/home/me/my lca.py"))
    assert (found is None) is (verdict is Verdict.ACCEPTED)
    if found is not None:
        assert found.groups()[:3] == ("/home/me/my lca.py", "1", "1")
        assert found[4].startswith(verdict.value)


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
