"""`judge replay`: the counterexample again, and as a test."""

import json
from pathlib import Path

import pytest

from judge.verdict import Verdict
from tests.judge.cli.command import invoke, judging

#: The entry that a test calls is found by loading the source in a sandbox.
pytestmark = pytest.mark.needs("full")


def test_replay_writes_a_test_and_never_over_another(file: str, tmp_path: Path) -> None:
    """The counterexample is shown as by submit, and --force alone overwrites."""
    out = tmp_path / "test_mine.py"
    judge = judging(Verdict.WRONG_ANSWER)
    result = invoke(judge, "replay", "lca", file, "--pytest", str(out))
    assert result.exit_code == 1
    assert result.stdout.startswith("WA wrong answer")
    assert f"--pytest {out}" not in result.stdout
    assert "def test_counterexample():" in out.read_text()
    out.write_text("mine")
    again = invoke(judge, "replay", "lca", file, "--pytest", str(out))
    assert (again.exit_code, out.read_text()) == (2, "mine")
    assert "--force" in again.stderr
    assert invoke(judge, "replay", "lca", file, "--pytest", str(out), "--force").exit_code == 1
    assert out.read_text() != "mine"


def test_replay_writes_its_test_to_standard_output_alone(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` is standard output, as for start; the report goes beside it, and no file is made."""
    monkeypatch.chdir(tmp_path)
    before = list(tmp_path.iterdir())
    judge = judging(Verdict.WRONG_ANSWER)
    result = invoke(judge, "replay", "lca", file, "--pytest", "-")
    assert result.exit_code == 1
    compile(result.stdout, "test", "exec")
    assert "def test_counterexample():" in result.stdout
    assert "WA wrong answer" in result.stderr
    accepted = invoke(judging(Verdict.ACCEPTED), "replay", "lca", file, "--pytest", "-")
    assert (accepted.exit_code, accepted.stdout) == (0, "")
    assert "the test is not written: it is accepted" in accepted.stderr
    assert list(tmp_path.iterdir()) == before


def test_replay_of_an_accepted_solution_writes_nothing(file: str, tmp_path: Path) -> None:
    """There is no counterexample, which is good news and no error."""
    out = tmp_path / "test_mine.py"
    result = invoke(judging(Verdict.ACCEPTED), "replay", "lca", file, "--pytest", str(out))
    assert result.exit_code == 0
    assert "is not written: it is accepted" in result.stdout
    assert not out.exists()


def test_replay_needs_a_file_to_load() -> None:
    """Standard input has no path that a test could load."""
    result = invoke(judging(Verdict.WRONG_ANSWER), "replay", "lca", "-", "--pytest", "t.py")
    assert result.exit_code == 2
    assert "standard input" in result.stderr


def test_replay_writes_the_input_that_fails(file: str, tmp_path: Path) -> None:
    """As `judge run --input` takes it; never over another file without --force."""
    out = tmp_path / "in.json"
    judge = judging(Verdict.WRONG_ANSWER)
    assert invoke(judge, "replay", "lca", file, "--input-file", str(out)).exit_code == 1
    assert json.loads(out.read_text()).keys() == {"root", "p", "q"}
    again = invoke(judge, "replay", "lca", file, "--input-file", str(out))
    assert again.exit_code == 2
    alone = invoke(judge, "replay", "lca", file, "--input-file", "-")
    assert json.loads(alone.stdout).keys() == {"root", "p", "q"}


def test_a_profile_needs_a_test_to_show_it(file: str) -> None:
    """The option says what it belongs to."""
    result = invoke(judging(Verdict.WRONG_ANSWER), "replay", "lca", file, "--profile")
    assert result.exit_code == 2
    assert "--pytest" in result.stderr
