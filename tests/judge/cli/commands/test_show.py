"""`judge show`: a statement on the terminal."""

import json
import re
from pathlib import Path

import pytest

from judge.judging import Budget, case_limit
from judge.problems import Answer, Corpus, Group
from judge.problems.catalog import default_catalog
from judge.testing import FakeJudge
from tests.judge.cli.command import invoke, invoke_on
from tests.packages import largest


def test_show_renders_the_statement() -> None:
    """The statement, the signature and the next command; no Markdown marks, no escape codes."""
    shown = invoke(FakeJudge(), "show", "lca").stdout
    assert "Lowest common ancestor of a binary tree" in shown
    assert "judge start lca" in shown
    assert "**" not in shown
    assert shown.replace("\n", "").isprintable()


def test_what_to_ask_and_what_is_listened_for_stand_below_the_statement() -> None:
    """The answers do not: a candidate asks, or reads the constraints."""
    interview = default_catalog().get("lca").interview
    shown = " ".join(invoke(FakeJudge(), "show", "lca").stdout.split())
    for text in (*(question.ask for question in interview.questions), *interview.listens):
        assert text in shown
    for question in interview.questions:
        assert question.answer.replace("`", "") not in shown.replace("`", "")
    document = json.loads(invoke(FakeJudge(), "show", "lca", "--json").stdout)
    assert document["listens"] == [*interview.listens]
    assert document["questions"][0] == {"ask": interview.questions[0].ask, "crucial": True}
    assert document["statement"] == default_catalog().get("lca").statement


@pytest.mark.parametrize("slug", default_catalog().slugs())
def test_the_limits_of_a_case_and_of_a_whole_run_are_told(slug: str) -> None:
    """Whoever is stopped by one could have read of it; the figures are those that decide."""
    shown = " ".join(invoke(FakeJudge(), "show", slug).stdout.split())
    problem = default_catalog().get(slug)
    factor, memory = f"{problem.time_factor:g}", problem.memory_bytes >> 20
    found = re.search(
        rf"A case: ([\d.]+) s of CPU time, or {factor} times the reference's if that is more; "
        rf"{memory} MiB. A whole run: ([\d.]+) s of CPU time and {factor} times the reference's; "
        r"([\d.]+) times that and ([\d.]+) s by the wall clock.",
        shown,
    )
    assert found is not None
    least, run, wall, more = map(float, found.groups())
    case = problem.case(Group.EDGE, 0, b"[]", Answer(None, cpu_seconds=2.0))
    budget = Budget.of(problem, Corpus(problem.version, (case,)))
    cpu = run + problem.time_factor * 2.0
    assert (budget.cpu_seconds, budget.wall_seconds) == (cpu, wall * cpu + more)
    assert case_limit(problem, None).cpu_seconds == least


@pytest.mark.parametrize("slug", default_catalog().slugs())
def test_no_text_has_a_colour_of_its_own(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bold, italic and underlined: it is read on a light ground as on a dark one, code too."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    for command in (["show", slug], ["editorial", slug, "--yes"]):
        shown = invoke(FakeJudge(), *command).stdout
        found = re.findall(r"\x1b\[([0-9;]+)m", shown)
        codes = {int(number) for one in found for number in one.split(";")}
        assert codes
        assert codes <= {0, 1, 2, 3, 4}


@pytest.mark.parametrize("columns", ["0", "-1", "", "x", "\u00b2", "9" * 5_000, "00000"])
def test_a_width_that_cannot_be_is_80_columns(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some programs leave COLUMNS=0 behind."""
    monkeypatch.setenv("COLUMNS", "80")
    wanted = invoke(FakeJudge(), "show", "lca").stdout
    monkeypatch.setenv("COLUMNS", columns)
    assert invoke(FakeJudge(), "show", "lca").stdout == wanted


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "3", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colour_in_a_pipe_is_asked_for(
    environment: dict[str, str], *, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORCE_COLOR gives it, NO_COLOR counts more; lines are whole either way."""
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    invoke(FakeJudge(), "hint", "lca", "1")  # the first time it says what it costs
    plain = invoke(FakeJudge(), "hint", "lca", "1").stdout
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    shown = invoke(FakeJudge(), "hint", "lca", "1").stdout
    assert ("\x1b[" in shown) is coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown) == plain


def test_a_statement_cannot_disturb_the_display(tmp_path: Path) -> None:
    """Neither raw characters nor Markdown entities nor links get anything past."""
    text = "# A\x1b]0;x\x07 &#x202e;B\n\n[x](http://x) `\x9b31m` [red]\n"
    said = "A\x1b]0;x\x07 &#x202e;B [red]"
    asked = {"ask": said, "words": ["red"], "answer": "No."}
    problem = largest(
        tmp_path, files={"statement.md": text}, listens=[said, "x"], questions=[asked]
    )
    shown = invoke_on(problem, "show", "largest").stdout
    assert shown.replace("\n", "").isprintable()
    assert "\\u202e" in shown
