"""`judge run`: inputs, answers and exit statuses."""

import json
from dataclasses import replace
from typing import Any

import pytest

from judge.reports.report import Played
from judge.testing import FakeJudge
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


def test_run_exits_1_when_one_input_fails(file: str) -> None:
    """One wrong answer among right ones is not accepted."""
    judge = FakeJudge(played=[played(Verdict.WRONG_ANSWER), played(Verdict.ACCEPTED)])
    assert invoke(judge, "run", "lca", file).exit_code == 1


def test_run_as_json_lists_what_was_played(file: str) -> None:
    """One document: a list of inputs with both answers."""
    judge = FakeJudge(played=[played(Verdict.WRONG_ANSWER, actual="\ud800")])
    (document,) = json.loads(invoke(judge, "run", "lca", file, "--json").stdout)
    assert (document["verdict"], document["expected"], document["actual"]) == ("WA", 3, "\ud800")


@pytest.mark.parametrize("given", ['{"q": 1, "root": [3, 5, 1], "p": 5}', "[[3, 5, 1], 5, 1]"])
def test_an_input_of_ones_own_is_named_or_in_order(file: str, given: str) -> None:
    """An object by parameter names, or an array in their order."""
    judge = FakeJudge(played=[played(Verdict.ACCEPTED)])
    invoke(judge, "run", "lca", file, "--input", given)
    assert judge.inputs == [{"root": [3, 5, 1], "p": 5, "q": 1}]
