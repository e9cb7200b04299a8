"""`judge list`: the problems, for people and for scripts."""

import json
from pathlib import Path

from tests.judge.cli.command import invoke_on, write
from tests.packages import largest


def test_list_shows_each_problem_on_its_line(tmp_path: Path) -> None:
    """Piped, a problem is one line of tab-separated words."""
    result = invoke_on(largest(tmp_path), "list")
    assert result.stdout == "largest\teasy\tlargest\ttest\n"


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


def test_a_faulty_package_hides_no_other(tmp_path: Path) -> None:
    """What loads is listed; the faults are said, with exit status 2."""
    problem = largest(tmp_path)
    write(problem.folder.parent, "broken/problem.toml", "title = 1\n")
    result = invoke_on(problem, "list")
    assert result.exit_code == 2
    assert result.stdout.startswith("largest\t")
    assert "broken" in result.stderr
