"""`judge list`: the problems, for people and for scripts."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from judge.cli.render.problems import show_problems
from judge.errors import ProblemError
from judge.practice import State, new_event
from judge.problems.problem import Problem
from tests.judge.cli.command import invoke_on, write
from tests.judge.cli.commands.test_due import asked, done
from tests.packages import largest, staff


def test_list_shows_each_problem_on_its_line(tmp_path: Path) -> None:
    """Piped, a problem is one line of tab-separated words."""
    result = invoke_on(largest(tmp_path), "list")
    assert result.stdout == "largest\teasy\tlargest\ttest\tfunction\t\n"


def on_a_terminal(width: int, problems: list[Problem]) -> list[str]:
    """Return the lines of a list on a terminal without colours."""
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system=None)
    show_problems(console, problems)
    assert isinstance(console.file, io.StringIO)
    return [re.sub(r"\x1b\[\d*m", "", line) for line in console.file.getvalue().splitlines()]


@pytest.mark.parametrize("width", [30, 80, 120])
def test_a_terminal_shows_problems_by_kind_and_topic(tmp_path: Path, width: int) -> None:
    """As people study: kinds and topics in their order, the easy ones first, no line too long."""
    staffed, made = staff(tmp_path), largest(tmp_path)
    found = [
        staffed,
        replace(made, slug="b", topic="graphs", difficulty="hard"),
        replace(made, slug="c", topic="graphs"),
        replace(made, slug="a", topic="graphs", difficulty="medium", title="A long title " * 5),
        replace(made, slug="d", topic="arrays"),
        replace(made, slug="e"),
    ]
    lines = on_a_terminal(width, found)
    assert [line.split()[0] if line[:1] == " " else line for line in lines if line] == [
        "function: arrays",
        "d",
        "function: graphs",
        "c",
        "a",
        "b",
        "function: no topic",
        "e",
        "query: no topic",
        "staff",
    ]  # fmt: skip - as it reads
    assert max(map(len, lines)) <= width
    assert any("A long title" in line for line in lines) is (width == 120)
    assert on_a_terminal(width, []) == []


@pytest.mark.parametrize(("encoding", "marks"), [("utf-8", "✓~↻⚑"), ("ascii", "x~@!")])
def test_a_terminal_marks_what_was_done(tmp_path: Path, encoding: str, marks: str) -> None:
    """No line gets longer for it; a legend tells of the marks that are there."""
    made, data = largest(tmp_path), io.BytesIO()
    found = [replace(made, slug=slug) for slug in "abcde"]
    file = io.TextIOWrapper(data, encoding, write_through=True)
    console = Console(file=file, width=80, force_terminal=True, color_system=None)
    states = {"a": State.SOLVED, "b": State.TRIED, "c": State.SOLVED, "d": State.NEW}
    show_problems(console, found, states, {"c"}, {"c", "d"})
    lines = re.sub(r"\x1b\[\d*m", "", data.getvalue().decode(encoding)).splitlines()
    assert [line[:3] for line in lines[1:6]] == [
        *(f"{mark} {slug}" for mark, slug in zip(marks, "abcd", strict=True)),
        "  e",
    ]
    words = ("solved", "tried", "due again", "flagged")
    legend = "  ".join(f"{mark} {word}" for mark, word in zip(marks, words, strict=True))
    assert lines[6:] == ["", legend]


def test_list_as_json_tells_the_state(tmp_path: Path) -> None:
    """What was failed two days ago is tried, and due again; a flag is told beside."""
    problem = largest(tmp_path)
    (entry,) = json.loads(asked(problem, "list", "--json").stdout)
    assert (entry["state"], entry["due"]) == ("new", False)
    (entry,) = json.loads(asked(problem, "list", "--json", events=(done(2, "WA"),)).stdout)
    assert (entry["state"], entry["due"], entry["flagged"]) == ("tried", True, False)
    flag = new_event("flag", problem="largest", facts={"on": True})
    (entry,) = json.loads(asked(problem, "list", "--json", events=(flag,)).stdout)
    assert entry["flagged"] is True


def test_an_unknown_topic_is_a_fault(tmp_path: Path) -> None:
    """Those that there are are named."""
    with pytest.raises(ProblemError, match="'graph' is no topic: it is one of arrays, hash-maps"):
        largest(tmp_path, topic="graph")
    assert largest(tmp_path, topic="graphs").topic == "graphs"


def test_list_by_tag(tmp_path: Path) -> None:
    """A tag narrows the list, whatever its case."""
    problem = largest(tmp_path)
    assert "largest" in invoke_on(problem, "list", "--tag", "TEST").stdout
    none = invoke_on(problem, "list", "--tag", "x\x1b")
    assert (none.exit_code, none.stdout) == (0, "")
    assert none.stderr == "no problem has the tag x\\x1b; tags: test\n"
    assert json.loads(invoke_on(problem, "list", "--tag", "x", "--json").stdout) == []


def test_list_as_json(tmp_path: Path) -> None:
    """One document with what a script needs to know of each problem."""
    problem = largest(tmp_path)
    (entry,) = json.loads(invoke_on(problem, "list", "--json").stdout)
    assert entry["slug"] == "largest"
    assert entry["signature"] == problem.signature()
    assert (entry["kind"], entry["topic"]) == ("function", None)


def test_a_faulty_package_hides_no_other(tmp_path: Path) -> None:
    """What loads is listed; the faults are said, with exit status 2."""
    problem = largest(tmp_path)
    write(problem.folder.parent, "broken/problem.toml", "title = 1\n")
    result = invoke_on(problem, "list")
    assert result.exit_code == 2
    assert result.stdout.startswith("largest\t")
    assert "broken" in result.stderr
