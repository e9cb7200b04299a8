"""The command line as a whole: mistakes, streams, and how light it starts."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from judge.cli.main import COMMANDS, commands
from judge.verdict import Verdict
from tests.judge.cli.command import invoke, judging

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["submit", "nope", "mine.py"], "there is no problem 'nope'"),
        (["submit", "lca", "missing.py"], "no such file"),
        (["submit", "lca", "."], "folder"),
        (["submit", "lca", "/dev/zero"], "device"),
        (["submit", "lca", "mine.py", "--json", "--format=line"], "exclude each other"),
        (["submit", "lca", "mine.py", "--watch", "--json"], "--watch"),
        (["submit", "lca", "-", "--watch"], "--watch"),
        (["submit", "lca", "mine.py", "--format=xml"], "xml"),
        (["submit"], "Missing argument"),
        (["submit", "lca"], "lca is the problem; name your file too, such as lca.py"),
        (["submit", "mine.py"], "no problem for 'mine.py'"),
        (["run", "-"], "standard input has no name"),
        (["run", "lca", "mine.py", "--input", "{"], "cannot be read"),
        (["run", "lca", "mine.py", "--input", "[" * 100_000], "nested too deeply"),
        (["run", "lca", "mine.py", "--input", "NaN"], "NaN is no JSON"),
        (["run", "lca", "mine.py", "--input", '{"root": []}'], "root = ..., p = ..., q = ..."),
        (["run", "lca", "mine.py", "--input", "[1]"], "give each argument once"),
        (["run", "lca", "mine.py", "--input", '{"p": 5, "p": 1}'], "'p' is named twice"),
        (["run", "lca", "mine.py", "--input", '[{"result": 1, "result": 2}]'], "named twice"),
        (["bench", "lca", "mine.py", "--plot", "no/dir/o.svg"], "there is no folder no/dir"),
        (["bench", "lca", "mine.py", "--plot", "folder.svg"], "it is a folder"),
        (["replay", "lca", "mine.py", "--pytest", "no/test_mine.py"], "there is no folder no"),
        (["show", "nope"], "there is no problem"),
        (["start", "nope"], "there is no problem"),
        (["verify", "nope"], "there is no problem"),
        (["serve", "--port", "99999"], "99999"),
        (["nope"], "nope"),
        (["submit", "lca", "mine.py", "--nope"], "nope"),
    ],
)
def test_a_mistake_is_2_with_words_on_standard_error(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: str,
) -> None:
    """Whatever was asked wrongly: words that say what, exit status 2, nothing on stdout."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.py").write_text("")
    (tmp_path / "folder.svg").mkdir()
    judge = judging(Verdict.ACCEPTED)
    result = invoke(judge, *arguments)
    assert judge.judged == []
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_the_command_line_starts_light() -> None:
    """Nothing dear is imported before a command needs it: people wait for each millisecond."""
    probe = "import judge.cli.main, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "click" in loaded
    assert not loaded & {"rich", "pydantic", "hypothesis", "fastapi", "uvicorn", "sandbox"}
    assert not loaded & {"subprocess", "tempfile"}


def run_judge(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the real command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "judge", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_no_encoding_of_the_terminal_is_an_error(encoding: str) -> None:
    """What the encoding lacks is written as an escape."""
    shown = run_judge("show", "lca", PYTHONIOENCODING=encoding)
    assert shown.returncode == 0
    assert shown.stderr == b""
    assert shown.stdout.decode(encoding)
    assert run_judge("show", "\udce9\u202e", PYTHONIOENCODING=encoding).returncode == 2


def test_closed_outputs_are_no_error() -> None:
    """Whoever starts us without standard output or error gets the exit status all the same."""
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        shell = f"{sys.executable} -m judge list {closed}"
        done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_goes_away_is_no_error_of_words() -> None:
    """`judge show lca | head -1` says nothing of pipes."""
    shell = f"{sys.executable} -m judge show lca | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode in (0, 141)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_found_by_its_name(name: str) -> None:
    """The table names module and object; the command itself says what people type."""
    command = commands.get_command(click.Context(commands), name)
    assert command is not None
    assert command.name == name


def test_a_command_is_imported_when_it_is_asked_for() -> None:
    """Else each of thirty would cost every other one its imports."""
    script = (
        "import sys, judge.cli.main as main; main.commands(['flag', '--help'], "
        "standalone_mode=False); print([one for one in sys.modules if '.commands.' in one])"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "['judge.cli.commands.flag']"
