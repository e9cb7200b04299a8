"""A parameter of shape `file`: lines in a case, a path for the submission, in every tier."""

from pathlib import Path

import pytest

from judge.problems.problem import load_problem
from judge.verdict import Verdict
from sandbox import Tier
from tests.practice import TEXTS, Practice

MANIFEST = """
title = "Lines"
difficulty = "easy"
tags = ["file"]
[complexity]
time = "O(n)"
space = "O(1)"
[limits]
floor_seconds = 0.3
[entry]
kind = "function"
names = ["count_lines"]
returns = "int"
[[entry.parameters]]
name = "log"
type = "str"
shape = "file"
[[samples]]
arguments = '{"log": ["a", "b"]}'
expected = '2'
"""

STRATEGY = """
from hypothesis import strategies as st

def edges():
    return [{"log": ["x"]}]

def generated():
    lines = st.lists(st.text("ab\\u00fc", min_size=1, max_size=4), min_size=1, max_size=9)
    return st.fixed_dictionaries({"log": lines})

def scales():
    yield 5000, {"log": ["line"] * 5000}

def validate(arguments):
    return None if arguments["log"] and all(map(str.strip, arguments["log"])) else "an empty line"
"""


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    return lines(tmp_path_factory.mktemp("files"))


def lines(where: Path) -> Practice:
    """Return the package `lines`, whose submissions get a path."""
    made = Practice(where)
    folder, solutions = made.problem.folder, made.problem.solutions
    texts = {**TEXTS, "problem.toml": MANIFEST, "strategies.py": STRATEGY}
    for name, text in texts.items():
        (folder / name).write_text(text)
    reference = "def count_lines(path):\n  with open(path, encoding='utf-8') as f:\n"
    reference += "    return sum(1 for line in f if line.strip())\n"
    Path(solutions, "accepted", "reference.py").write_text(reference)
    made.problem = load_problem(folder, solutions)
    return made


@pytest.mark.needs("full")
@pytest.mark.parametrize("tier", list(Tier))
def test_a_submission_reads_its_file_by_path(practice: Practice, tier: Tier) -> None:
    """Text and bytes, whole or by line: the file is an ordinary one."""
    source = "def count_lines(path): return open(path, 'rb').read().rstrip().count(b'\\n') + 1"
    report = practice.report(source, tier=tier)
    assert report.verdict is Verdict.ACCEPTED, report.summary


@pytest.mark.needs("full")
def test_a_failure_shows_the_lines(practice: Practice) -> None:
    """What is shown is the case's own form, made as small as it goes."""
    report = practice.report("def count_lines(path): return 1")
    assert report.verdict is Verdict.WRONG_ANSWER
    assert report.failure is not None
    assert len(report.failure.arguments["log"]) == 2


@pytest.mark.needs("full")
@pytest.mark.parametrize("tier", list(Tier))
def test_no_file_is_left_behind(practice: Practice, tier: Tier) -> None:
    """The folder that the weaker tiers need goes with the sandbox."""
    before = set(Path("/tmp").glob("judge-*"))  # noqa: S108 - where such a folder would lie
    practice.report("def count_lines(path): return 1", tier=tier)
    assert set(Path("/tmp").glob("judge-*")) <= before  # noqa: S108 - likewise
