"""The command line where no extra is installed: a candidate's installation."""

import subprocess
import sys
from pathlib import Path

import pytest

from judge.faces import EXTRAS

ROOT = Path(__file__).resolve().parents[3]
#: Runs the command line in a process that finds no module of these.
WITHOUT = """
import sys
sys.modules.update(dict.fromkeys({!r}))
from judge.__main__ import main
main()
"""


def run_without_service(
    folder: Path, *words: str, **more: str
) -> "subprocess.CompletedProcess[str]":
    return run_without(folder, "service", *words, **more)


def run_without(
    folder: Path, extra: str, *words: str, **more: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", WITHOUT.format(EXTRAS[extra].split()), *words],
        cwd=ROOT,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin", **more},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "words",
    [["serve"], ["token", "list"], ["token", "new", "ann"], ["token", "revoke", "0" * 16]],
    ids=" ".join,
)
def test_a_command_whose_extra_is_missing_says_what_installs_it(
    tmp_path: Path, words: list[str]
) -> None:
    """Exit status 2 and one line that can be copied; no traceback."""
    done = run_without_service(tmp_path, *words)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "uv tool install '.[service]'" in done.stderr
    assert done.stdout == ""


def test_the_language_server_says_what_installs_it(tmp_path: Path) -> None:
    """An editor shows the line; its help is there all the same."""
    done = run_without(tmp_path, "lsp", "lsp")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "uv tool install '.[lsp]'" in done.stderr
    assert run_without(tmp_path, "lsp", "lsp", "--help").returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["serve", "--help"],
        ["token", "--help"],
        ["list"],
        ["show", "lca"],
        ["doctor"],
        ["run", "lca", "examples/lca.py"],
        ["submit", "lca", "examples/lca.py"],
    ],
    ids=" ".join,
)
def test_what_a_candidate_does_needs_no_extra(
    tmp_path: Path, cache: Path, words: list[str]
) -> None:
    """Listing, reading, running and submitting, timing included."""
    done = run_without_service(tmp_path, *words, JUDGE_CACHE_DIR=str(cache))
    assert done.returncode == 0, done.stderr


def test_an_unreachable_server_is_told_without_the_extra(tmp_path: Path) -> None:
    """A client of a server needs no server: status 4, as ever."""
    url = "http://127.0.0.1:9"
    token = tmp_path / ".local/state/coding-round-judge/token"
    token.parent.mkdir(parents=True)
    token.write_text("t" * 43 + "\n")
    done = run_without_service(tmp_path, "submit", "lca", "examples/lca.py", "--server", url)
    assert done.returncode == 4, done.stderr
