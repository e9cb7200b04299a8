"""`judge verify`: real packages, their verdicts, their margins and their mutants."""

import json
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from judge.problems.problem import Problem
from tests.judge.cli.command import invoke_on, write
from tests.packages import largest

verify_module = import_module("judge.cli.commands.verify")
RIGHT = "def largest(nums): return sorted(nums)[-1]\n"


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return largest(tmp_path)


def test_verify_is_0_when_every_folder_is_right(problem: Problem) -> None:
    """The cases of each group are counted, each sample is one line, and the end counts them."""
    write(problem.solutions, "wrong_answer/smallest.py", "def largest(nums): return min(nums)\n")
    result = invoke_on(problem, "verify")
    assert result.exit_code == 0
    counts = "2 sample, 2 edge, 300 generated, 2 scale"
    spoken = "4 to ask, 2 crucial, 1 to listen for, 1 to follow up"
    assert result.stdout.startswith(
        f"ok    largest: cases: {counts}\nok    largest: interview: {spoken}\n"
    )
    assert "ok    AC  largest/accepted/reference.py" in result.stdout
    short = "5 in accepted/, 7 in wrong_answer/, 2 in time_limit_exceeded/, "
    rest = "1 in memory_limit_exceeded/, 1 in run_time_error/, 1 in does_not_load/"
    assert result.stdout.endswith(
        f"2 of 2 as their folders say\nlargest: still to write: {short}{rest}\n"
    )


def test_verify_is_1_when_a_package_is_not_sound(problem: Problem) -> None:
    """Although every folder is right: here nothing shows that the cases find a mistake."""
    result = invoke_on(problem, "verify")
    assert result.exit_code == 1
    assert result.stdout.startswith("FAULT largest: cases: ")
    assert "there is no sample that must fail" in result.stdout
    (entry,) = json.loads(invoke_on(problem, "verify", "--json").stdout)
    assert (entry["ok"], entry["groups"]["generated"]) == (True, 300)
    assert "no sample that must fail" in entry["faults"][0]["reason"]


def test_verify_is_1_when_a_package_says_nothing_for_an_interview(tmp_path: Path) -> None:
    """What is missing stands below its row, and among the faults of the document."""
    wrong = {"solutions/wrong_answer/smallest.py": "def largest(nums): return min(nums)\n"}
    silent = largest(tmp_path, files=wrong, questions=[])
    result = invoke_on(silent, "verify")
    assert result.exit_code == 1
    assert "FAULT largest: interview: 0 to ask, 0 crucial" in result.stdout
    assert "problem.toml: questions: of 4 clarifying questions there are 0. Add" in result.stdout
    entry = json.loads(invoke_on(silent, "verify", "--json").stdout)[0]
    assert entry["interview"] == {"questions": 0, "crucial": 0, "listens": 1, "follow_ups": 1}
    assert [fault["field"] for fault in entry["faults"]] == ["questions", "questions.crucial"]


def test_verify_is_1_when_a_folder_is_wrong(problem: Problem) -> None:
    """What was promised and what came are both said."""
    write(problem.solutions, "wrong_answer/right.py", RIGHT)
    result = invoke_on(problem, "verify", "largest")
    assert result.exit_code == 1
    assert "WRONG AC  largest/wrong_answer/right.py" in result.stdout
    assert "its folder says WA: accepted" in result.stdout
    _, entry = json.loads(invoke_on(problem, "verify", "largest", "--json").stdout)
    assert (entry["ok"], entry["expected"], entry["report"]["verdict"]) == (False, "WA", "AC")


def test_verify_loads_all_before_it_judges(problem: Problem) -> None:
    """An unknown name among known ones is told at once."""
    result = invoke_on(problem, "verify", "largest", "nope")
    assert result.exit_code == 2
    assert result.stdout == ""


def test_margins_that_are_thin_are_1(problem: Problem) -> None:
    """A slow solution that is not slow at all is named; without one the package is fine."""
    assert invoke_on(problem, "verify", "--margins").exit_code == 0
    write(problem.solutions, "time_limit_exceeded/quick.py", RIGHT)
    result = invoke_on(problem, "verify", "--margins")
    assert result.exit_code == 1
    assert result.stdout.startswith("THIN  largest: accepted need 0.")
    (entry,) = json.loads(invoke_on(problem, "verify", "--margins", "--json").stdout)
    assert (entry["slow"]["name"], entry["ok"]) == ("quick", False)


def test_mutants_that_survive_are_1(tmp_path: Path) -> None:
    """Cases of one number alone do not tell the largest from the smallest."""
    weak = """
from hypothesis import strategies as st

def edges():
    return [{"nums": [0]}]

def generated():
    return st.fixed_dictionaries({"nums": st.lists(st.just(7), min_size=1, max_size=3)})

def scales():
    return []

def validate(arguments):
    return None
"""
    slip = "def largest(nums):\n    return nums[0] if len(nums) > 0 else 0\n"
    problem = largest(tmp_path, slip, strategies=weak)
    result = invoke_on(problem, "verify", "--mutants")
    assert result.exit_code == 1
    assert result.stdout.startswith("WEAK  largest: ")
    assert "survived: largest/accepted/reference.py:2" in result.stdout


def test_a_list_of_equivalents_that_is_not_true_is_1(problem: Problem) -> None:
    """Without the entry the cases are strong; it names no mutant and hides none."""
    strong = invoke_on(problem, "verify", "--mutants")
    assert strong.exit_code == 0
    assert strong.stdout.startswith("ok    largest: ")
    entry = "file = 'gone.py'\nline = 'x'\nbecomes = 'y'\nreason = 'none'\n"
    write(problem.solutions, "equivalent.toml", f"[[equivalent]]\n{entry}")
    assert invoke_on(problem, "verify", "--mutants").exit_code == 1


def test_a_sample_of_mutants_may_be_asked_for(problem: Problem) -> None:
    """--sample is handed on, and means nothing without --mutants."""
    write(problem.solutions, "accepted/loop.py", LOOP)
    arguments = ["verify", "--mutants", "--sample", "2", "--json"]
    (entry,) = json.loads(invoke_on(problem, *arguments).stdout)
    assert entry["mutants"] == 2
    assert invoke_on(problem, "verify", "--sample", "25").exit_code == 2
    assert invoke_on(problem, "verify", "--mutants", "--sample", "0").exit_code == 2
    assert invoke_on(problem, "verify", "--mutants", "--margins").exit_code == 2


LOOP = """
def largest(nums):
    best = nums[0]
    for n in nums:
        if n > best:
            best = n
    return best
"""


def test_a_watched_package_is_checked_at_each_save_up_to_the_first_failure(
    problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What failed is looked at first the next time; a package that cannot be loaded is told."""
    write(problem.solutions, "wrong_answer/smallest.py", RIGHT)
    manifest = problem.folder / "problem.toml"
    whole = manifest.read_text()
    asked: list[list[Path]] = []

    def saves(folders: Iterable[Path]) -> Iterator[None]:
        asked.append(list(folders))
        yield
        write(
            problem.solutions, "wrong_answer/smallest.py", "def largest(nums): return min(nums)\n"
        )
        yield
        manifest.write_text("nonsense")
        yield
        manifest.write_text(whole)

    monkeypatch.setattr(verify_module, "folder_changes", saves)
    result = invoke_on(problem, "verify", "largest", "--watch")
    assert result.exit_code == 0, result.output
    assert asked == [[problem.folder, problem.solutions]]
    first, second, third, _ = result.output.split("watching ")
    assert first.splitlines()[-2].strip().startswith("its folder says WA")
    assert "checks passed" not in first
    assert "ok    WA  largest/wrong_answer/smallest.py" in second.splitlines()[2]
    assert "largest: all 4 checks passed\nlargest: still to write: 5 in accepted/" in second
    assert "problem.toml" in third


@pytest.mark.parametrize("more", [(), ("largest", "other"), ("largest", "--json")])
def test_one_package_is_watched_and_nothing_else_asked(
    problem: Problem, more: tuple[str, ...]
) -> None:
    """Which of several would come first, nobody could say."""
    result = invoke_on(problem, "verify", "--watch", *more)
    assert result.exit_code == 2
    assert "--watch takes one PROBLEM" in result.output
