"""`judge completion`: real shells complete commands, options, problems and files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from judge.cli.commands.question import question
from judge.cli.completion import complete_questions
from judge.problems.catalog import default_catalog
from judge.testing import FakeJudge
from tests.judge.cli.command import invoke

#: Asks bash for what it would offer for the words in WORDS; `compopt` works in a completion only.
BASH = """
eval "$(judge completion bash)"
compopt() { COMPREPLY+=("$1=$2"); }
read -ra COMP_WORDS <<< "$WORDS"
[[ $WORDS == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
_judge_completion judge
printf '%s\\n' "${COMPREPLY[@]}"
"""
#: The same of zsh, with what its own functions would offer named.
ZSH = """
autoload -Uz compinit; compinit -D
eval "$(judge completion zsh)"
compadd() { local -a all=("${(@P)@[-1]}"); print -l -- $all }
_describe() { local -a all=("${(@P)3}"); print -l -- ${all%%:*} }
_path_files() { print -- 'files' }
words=(${(z)WORDS}); [[ $WORDS == *' ' ]] && words+=('')
CURRENT=$#words
_judge_completion
"""
FISH = 'judge completion fish | source; complete --do-complete "$WORDS"'


SCRIPTS = {"bash": (BASH, ["--norc"]), "zsh": (ZSH, ["-f"]), "fish": (FISH, ["--no-config"])}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a `judge`, a file and a folder to complete."""
    program = tmp_path / "bin" / "judge"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m judge "$@"\n')
    program.chmod(0o755)
    (tmp_path / "work" / "lists").mkdir(parents=True)
    for name in ("lca.py", "notes.txt", "two words.py"):
        (tmp_path / "work" / name).write_text("")
    return tmp_path


def offered(folder: Path, shell: str, words: str) -> set[str]:
    """Return what a shell offers after these words."""
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed here")
    script, flags = SCRIPTS[shell]
    environment = {
        "PATH": f"{folder / 'bin'}:{os.defpath}:{Path(path).parent}",
        "HOME": str(folder),
        "PYTHONPATH": str(Path(__file__).parents[4]),
        "WORDS": words,
    }
    done = subprocess.run(
        [path, *flags, "-c", script],
        cwd=folder / "work",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return {line.partition("\t")[0] for line in done.stdout.splitlines() if line}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_what_people_type(folder: Path, shell: str) -> None:
    """Commands, options, problems, and files beside them."""
    slugs = set(default_catalog().slugs())
    assert {"submit", "start"} <= offered(folder, shell, "judge s")
    assert {"--watch"} <= offered(folder, shell, "judge run --w")
    assert offered(folder, shell, "judge show l") == {slug for slug in slugs if slug[0] == "l"}
    assert offered(folder, shell, "judge hint kth_") == {"kth-largest"}
    assert offered(folder, shell, "judge submit lc") == {"lca", "lca.py"}
    assert slugs | {"lca.py", "lists/"} <= offered(folder, shell, "judge bench ")
    assert offered(folder, shell, "judge completion z") == {"zsh"}


@pytest.mark.parametrize(
    ("shell", "files"),
    [
        ("bash", {"-o=default"}),  # bash's own completion of files
        ("zsh", {"files"}),  # _path_files
        ("fish", {"notes.txt"}),
    ],
)
def test_a_shell_completes_files_its_own_way(folder: Path, shell: str, files: set[str]) -> None:
    """After the problem, and where no problem begins so."""
    assert offered(folder, shell, "judge submit lca n") == files
    assert offered(folder, shell, "judge run note") == files


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed_whatever_the_shell_here_is(shell: str) -> None:
    """Somebody may write it on another machine."""
    script = invoke(FakeJudge(), "completion", shell)
    assert script.exit_code == 0
    assert f"_JUDGE_COMPLETE={shell}_complete" in script.stdout
    assert script.stderr == ""


def test_an_unknown_shell_is_a_mistake() -> None:
    """With the names of those that are known."""
    result = invoke(FakeJudge(), "completion", "tcsh")
    assert result.exit_code == 2
    assert "bash" in result.stderr


def test_the_ids_of_questions_are_completed() -> None:
    """Each with what it asks, where the shell shows that."""
    found = complete_questions(click.Context(question), click.Argument(["id_"]), "design_n")
    assert {item.value: item.help for item in found} == {
        "design-news-feed": "Design a news feed.",
        "design-notifications": "Design real-time notifications for millions of people.",
    }
