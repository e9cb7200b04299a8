"""`judge start`: a starter file, never over another."""

from pathlib import Path

import pytest

from judge.problems.problem import Problem
from judge.testing import FakeJudge
from tests.judge.cli.command import invoke


def test_start_writes_the_starter_and_never_overwrites(
    lca: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The starter lands in a file of the problem's name, or in the next attempt's."""
    monkeypatch.chdir(tmp_path)
    assert invoke(FakeJudge(), "start", "lca").exit_code == 0
    assert (tmp_path / "lca.py").read_text() == lca.starter
    (tmp_path / "lca.py").write_text("work of an hour")
    (tmp_path / "lca_2.py").symlink_to("nowhere")
    second = invoke(FakeJudge(), "start", "lca")
    assert second.exit_code == 0
    assert "lca_3.py is ready" in second.stdout
    assert (tmp_path / "lca_3.py").read_text() == lca.starter
    refused = invoke(FakeJudge(), "start", "lca", "lca.py")
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert (tmp_path / "lca.py").read_text() == "work of an hour"
    assert invoke(FakeJudge(), "start", "lca", "--force").exit_code == 0
    assert (tmp_path / "lca.py").read_text() == lca.starter


def test_start_on_a_path_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is missing is said, with exit status 2."""
    result = invoke(FakeJudge(), "start", "lca", str(tmp_path / "no" / "a.py"))
    assert result.exit_code == 2
    assert "cannot write" in result.stderr


def test_start_to_standard_output(lca: Problem) -> None:
    """`-` prints the starter and nothing else."""
    assert invoke(FakeJudge(), "start", "lca", "-").stdout == lca.starter


def test_start_in_a_folder_asks_for_a_file_in_it(tmp_path: Path) -> None:
    """A folder is not overwritten, so --force is no help."""
    for options in ([], ["--force"]):
        result = invoke(FakeJudge(), "start", "lca", str(tmp_path), *options)
        assert result.exit_code == 2
        assert "a folder" in result.stderr
        assert "--force" not in result.stderr
