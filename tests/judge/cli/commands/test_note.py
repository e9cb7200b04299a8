"""`judge note`, `judge flag` and `judge solutions`: small commands that history keeps."""

import json
from pathlib import Path

import pytest

from judge.practice import History
from judge.problems.problem import Problem
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.command import invoke, judging


def kinds(folder: Path) -> list[tuple[str, object]]:
    return [(one.kind, one.facts) for one in History(folder, pytest.fail).read("lca")]


def test_a_note_is_kept_and_shown_again(data_dir: Path) -> None:
    """Whatever it says; none is no mistake."""
    assert invoke(FakeJudge(), "note", "lca").exit_code == 0
    for words in (["two", "pointers"], ["\x1b[31m"]):
        assert invoke(FakeJudge(), "note", "lca", *words).stdout == "noted on lca\n"
    shown = invoke(FakeJudge(), "note", "lca").stdout
    assert "  two pointers\n" in shown
    assert "\x1b" not in shown
    assert [kind for kind, _ in kinds(data_dir)] == ["note", "note"]
    assert invoke(FakeJudge(), "note", "lca", "x" * 5_000).exit_code == 2


def test_a_flag_goes_on_and_off(data_dir: Path) -> None:
    """Each time is an event."""
    told = [invoke(FakeJudge(), "flag", "lca").stdout for _ in range(3)]
    assert told == ["lca is flagged\n", "lca is not flagged any more\n", "lca is flagged\n"]
    assert [facts for _, facts in kinds(data_dir)] == [{"on": True}, {"on": False}, {"on": True}]


def test_solutions_are_shown_after_ac(file: str, data_dir: Path, lca: Problem) -> None:
    """Or to who says --yes; each with the idea that its first line names."""
    assert invoke(FakeJudge(), "solutions", "lca").exit_code == 2
    assert invoke(FakeJudge(), "solutions", "lca", "--yes").exit_code == 0
    invoke(judging(Verdict.ACCEPTED), "submit", "lca", file)
    listed = json.loads(invoke(FakeJudge(), "solutions", "lca", "--json").stdout)
    accepted = [one for one in lca.sample_solutions() if one.verdict is Verdict.ACCEPTED]
    assert {one["name"] for one in listed} == {one.path.stem for one in accepted}
    assert all(one["idea"] for one in listed)
    assert [one["growth"] for one in listed if one["name"] == "reference"] == ["n"]
    text = invoke(FakeJudge(), "solutions", "lca", "euler_tour").stdout
    assert "shallowest node between the two first visits" in text
    assert invoke(FakeJudge(), "solutions", "lca", "nothing").exit_code == 2
    assert [kind for kind, _ in kinds(data_dir)] == [
        "solutions",
        "submit",
        "solutions",
        "solutions",
    ]


@pytest.mark.parametrize("words", [["note", "lca", "x"], ["flag", "lca"]])
def test_without_a_history_there_is_nowhere_to_keep_it(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said, and not done in silence."""
    monkeypatch.setenv("JUDGE_HISTORY", "off")
    result = invoke(FakeJudge(), *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "JUDGE_HISTORY is off" in result.stderr
