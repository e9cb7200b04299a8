"""`judge run`: inputs, answers and exit statuses."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.problems.catalog import Catalog
from judge.reports.report import Played
from judge.testing import FakeJudge, build_problem
from judge.verdict import Verdict
from tests.judge.cli.command import invoke
from tests.judge.cli.reports import TREE


def played(verdict: Verdict, **changes: Any) -> Played:
    return replace(Played("sample", TREE, 3, 5, verdict, "m", None, "", 0.001), **changes)


def test_run_exits_0_when_every_input_passes(file: str) -> None:
    """All right is 0; the numbers count the inputs."""
    result = invoke(FakeJudge(played=[played(Verdict.ACCEPTED)] * 2), "run", "lca", file)
    assert result.exit_code == 0
    assert "sample 2: AC accepted" in result.stdout


def test_run_says_that_only_samples_were_played(file: str) -> None:
    """That they pass is no verdict; the next command is there to paste. Of an own input not."""
    passed = FakeJudge(played=[played(Verdict.ACCEPTED)])
    shown = invoke(passed, "run", "lca", file).stdout
    assert shown.endswith(
        f"Only the samples of the statement were played. All cases:\n  judge submit lca {file}\n"
    )
    failed = invoke(FakeJudge(played=[played(Verdict.WRONG_ANSWER)]), "run", "lca", file)
    assert failed.stdout.endswith("Only the samples of the statement were played.\n")
    own = invoke(passed, "run", "lca", file, "--input", "[[3, 5, 1], 5, 1]")
    assert "samples" not in own.stdout


def test_a_list_of_one_is_what_the_constraints_allow(tmp_path: Path) -> None:
    """For one parameter `[[1]]` may be all arguments, or the value."""
    judge = FakeJudge(played=[played(Verdict.ACCEPTED)])
    rows = build_problem(
        tmp_path,
        "def rows(grid: list[list[int]]) -> int: ...",
        "def rows(grid): return len(grid)",
        [({"grid": [[1]]}, 1)],
        strategies="def edges(): return []\ndef generated(): ...\ndef scales(): return []\n"
        "def validate(arguments):\n"
        "    return None if all(type(r) is list for r in arguments['grid']) else 'no rows'\n",
    )
    setup = Setup(
        judge, Catalog(rows.folder.parent, rows.solutions.parent), {"HOME": str(tmp_path)}
    )
    (tmp_path / "rows.py").write_text("")
    for text in ("[[1]]", "[[[1]]]", "grid = [[1]]"):
        arguments = ["run", str(tmp_path / "rows.py"), "--input", text]
        assert CliRunner().invoke(commands, arguments, obj=setup).exit_code == 0
    assert judge.inputs == [{"grid": [[1]]}] * 3


def test_run_exits_1_when_one_input_fails(file: str) -> None:
    """One wrong answer among right ones is not accepted."""
    judge = FakeJudge(played=[played(Verdict.WRONG_ANSWER), played(Verdict.ACCEPTED)])
    assert invoke(judge, "run", "lca", file).exit_code == 1


def test_run_as_json_lists_what_was_played(file: str) -> None:
    """One document: a list of inputs with both answers."""
    judge = FakeJudge(played=[played(Verdict.WRONG_ANSWER, actual="\ud800")])
    (document,) = json.loads(invoke(judge, "run", "lca", file, "--json").stdout)
    assert (document["verdict"], document["expected"], document["actual"]) == ("WA", 3, "\ud800")


@pytest.mark.parametrize(
    "given",
    ['{"q": 1, "root": [3, 5, 1], "p": 5}', "[[3, 5, 1], 5, 1]", "root = [3, 5, 1], p = 5, q = 1"],
)
def test_an_input_of_ones_own_is_named_or_in_order(file: str, given: str) -> None:
    """An object by parameter names, or an array in their order."""
    judge = FakeJudge(played=[played(Verdict.ACCEPTED)])
    invoke(judge, "run", "lca", file, "--input", given)
    assert judge.inputs == [{"root": [3, 5, 1], "p": 5, "q": 1}]
