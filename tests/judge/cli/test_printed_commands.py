"""Every command that the judge prints can be pasted into a shell, and means what it says."""

import ast
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from judge.cli.main import commands
from judge.reports.report import Played
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.command import invoke, judging
from tests.judge.cli.reports import TREE

ROOT = Path(__file__).parents[3]
#: Names of files that a shell or an option parser would take for something else.
AWKWARD = [
    "a b'c.py",
    "$(touch hacked).py",
    "-x.py",
    "two\\nlines;.py",
    "*.py",
    "h\u00e9 \u20ac&.py",
]
#: A command at the end of its line, after nothing or some words.
PRINTED = re.compile(r"(?:^|: )\s*((?:judge|python) .*)$", re.MULTILINE)
#: One in a sentence of the code or of a page.
QUOTED = re.compile(r"`(?:\./run )?(judge [^`]+)`")


def words_of(command: str, folder: Path) -> list[str]:
    """Return the words of a command as a shell hands them to a program."""
    show = "import json, sys; print(json.dumps(sys.argv[1:]))"
    program = f'"$0" -c {shlex.quote(show)} {command}'
    done = subprocess.run(
        ["sh", "-c", program, sys.executable],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    words: list[str] = json.loads(done.stdout)
    return words


def parsed(words: list[str]) -> click.Context:
    """Return the context of a command line of ours; a usage error is raised."""
    group = commands.make_context("judge", words[1:])
    name, command, rest = commands.resolve_command(group, words[1:])
    assert command is not None
    return command.make_context(name, rest, parent=group)


@pytest.mark.parametrize("name", AWKWARD)
def test_commands_name_their_file_whatever_it_is_called(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shell gives the judge the same file again, and runs nothing else."""
    monkeypatch.chdir(tmp_path)
    given = f"./{name}" if name.startswith("-") else name
    wrong = Played("sample", TREE, 3, 5, Verdict.ACCEPTED, "m", None, "", 0.001)
    shown = [
        invoke(FakeJudge(), "start", "lca", given),
        invoke(judging(Verdict.WRONG_ANSWER), "submit", "lca", given),
        invoke(judging(Verdict.ACCEPTED), "submit", "lca", given),
        invoke(FakeJudge(played=[wrong]), "run", "lca", given),
    ]
    found = [command for one in shown for command in PRINTED.findall(one.stdout)]
    assert len(found) == 5
    for command in found:
        words = words_of(command, tmp_path)
        context = parsed(words)
        file = context.params.get("file")
        assert file == (given if "file" in context.params else None), command
        if context.params.get("given"):
            assert json.loads(context.params["given"]) == TREE
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_that_cannot_be_printed_is_in_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Better no command than one that names another file, or speaks to the terminal."""
    monkeypatch.chdir(tmp_path)
    for name in ("a\nb.py", "\x1b[2J.py", os.fsdecode(b"\xff.py")):
        result = invoke(FakeJudge(), "start", "lca", name)
        assert result.exit_code == 0
        assert PRINTED.findall(result.stdout) == []
        wrong = invoke(judging(Verdict.WRONG_ANSWER), "submit", "lca", name)
        assert [line for line in PRINTED.findall(wrong.stdout) if "judge hint" not in line] == []


def test_standard_input_is_in_no_command_that_would_wait_for_it() -> None:
    """What came that way is gone."""
    result = invoke(judging(Verdict.WRONG_ANSWER), "submit", "lca", "-", source="x = 1\n")
    assert PRINTED.findall(result.stdout) == []


def test_what_leads_on_from_a_problem_is_a_command() -> None:
    """Of the statement, the hints and what is offered."""
    shown = [invoke(FakeJudge(), *words).stdout for words in (["show", "lca"], ["hint", "lca"])]
    shown += [invoke(FakeJudge(), "hint", "lca", "--all").stdout]
    found = [command for one in shown for command in PRINTED.findall(one)]
    assert found == ["judge start lca", "judge hint lca", "judge editorial lca"]
    for command in found:
        assert parsed(shlex.split(command)).params["problem"] == "lca"


def quoted(path: Path) -> Iterator[str]:
    """Yield the commands in backquotes of a page, or of the sentences of a module."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        nodes = ast.walk(ast.parse(text))
        text = "\n".join(
            node.value
            for node in nodes
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
    yield from QUOTED.findall(text)


PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "judge").rglob("*.py")]


def test_commands_in_sentences_are_commands() -> None:
    """Their names and options are there, in every page and every message."""
    context = click.Context(commands)
    for text in [text for path in PAGES for text in quoted(path)]:
        words = shlex.split(text.replace("|", " "))[1:]
        if not words or not words[0].isidentifier():
            continue  # `judge --version`, `judge COMMAND`
        if words[0] == words[0].upper():
            continue
        command = commands.get_command(context, words[0])
        assert command is not None, text
        if isinstance(command, click.Group) and words[1:] and not words[1].startswith("-"):
            command = command.commands[words[1].rstrip(",")]
        options = {name for one in command.params for name in one.opts} | {"--help"}
        used = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert used <= options, text


@pytest.mark.needs("full")
def test_the_commands_after_a_failure_do_what_they_say(tmp_path: Path) -> None:
    """Play it again, write it as a test, run that: the same failure each time."""
    program = tmp_path / "bin" / "judge"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m judge "$@"\n')
    program.chmod(0o755)
    (program.parent / "python").symlink_to(sys.executable)
    work = tmp_path / "it's mine"
    work.mkdir()
    (work / "$HOME lca.py").write_bytes((ROOT / "examples" / "lca_wrong.py").read_bytes())
    environment = {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "JUDGE_DATA_DIR": str(tmp_path / "data"),
    }

    def shell(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-c", command],
            cwd=work,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    first = shell("judge submit lca '$HOME lca.py'")
    again, as_test = PRINTED.findall(first.stdout)
    played = shell(again)
    assert played.returncode == 1
    assert "own 1: WA wrong answer" in played.stdout
    written = shell(as_test)
    assert written.returncode == 1
    debug = PRINTED.findall(written.stdout)[-1]
    assert debug.startswith("python -m pytest --pdb ")
    assert "1 failed" in shell(debug.replace("--pdb", "-p no:cacheprovider")).stdout
