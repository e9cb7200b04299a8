"""`judge stress`: the smallest input on which two programs differ."""

import json
from pathlib import Path

import pytest

from judge import judging
from judge.cli.commands.stress import DEFAULTS, stress
from judge.problems.problem import Problem
from tests.judge.cli.command import invoke_on
from tests.packages import largest

RIGHT = "def largest(nums): return max(nums)\n"
STRATEGIES = """
from hypothesis import strategies as st
def generated():
    return st.fixed_dictionaries({"nums": st.lists(st.integers(-9, 9), max_size=6)})
"""


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return largest(tmp_path / "package")


def write(folder: Path, **files: str) -> dict[str, str]:
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    return {name: str(folder / f"{name}.py") for name in files}


def test_the_smallest_difference_is_shown(tmp_path: Path, problem: Problem) -> None:
    """The second program's answer is expected, whatever the package's reference says."""
    files = write(tmp_path, fast=RIGHT, slow="def largest(nums): return min(nums)\n")
    done = invoke_on(problem, "stress", files["fast"], files["slow"], "--problem", problem.slug)
    assert done.exit_code == 1, done.output
    assert "WA wrong answer on input" in done.stdout
    assert "The smallest failing input" in done.stdout
    assert "nums = [0, 1]" in done.stdout or "nums = [1, 2]" in done.stdout


def test_where_they_agree_it_ends_after_as_many_inputs(tmp_path: Path, problem: Problem) -> None:
    files = write(tmp_path, fast=RIGHT, slow="def largest(nums): return sorted(nums)[-1]\n")
    asked = ("stress", files["fast"], files["slow"], "--problem", problem.slug, "--inputs", "60")
    done = invoke_on(problem, *asked)
    assert (done.exit_code, done.stdout) == (0, "No difference in 60 inputs.\n")
    report = json.loads(invoke_on(problem, *asked, "--json").stdout)
    assert report["cases"]["groups"]["live"] == {"total": 60, "passed": 60}


def test_a_slow_program_that_fails_is_the_persons_own_mistake(
    tmp_path: Path, problem: Problem
) -> None:
    files = write(tmp_path, fast=RIGHT, slow="def largest(nums): return 1 // 0\n")
    done = invoke_on(problem, "stress", files["fast"], files["slow"], "--problem", problem.slug)
    assert done.exit_code == 2
    assert "slow.py has no answer to [[" in done.stderr
    assert "ZeroDivisionError" in done.stderr


def test_strategies_of_ones_own_need_no_problem(tmp_path: Path, problem: Problem) -> None:
    """The parameters are those of the inputs; an input that they do not draw is never tried."""
    files = write(
        tmp_path,
        fast="def biggest(nums): return max(nums)\n",
        slow="def biggest(nums): return max(nums, default=0)\n",
        own=STRATEGIES,
        none="x = 1\n",
        broken="def generated():\n    return 1 // 0\n",
    )
    asked = ("stress", files["fast"], files["slow"], "--strategies")
    done = invoke_on(problem, *asked, files["own"])
    assert done.exit_code == 1, done.output
    assert "nums = []" in done.stdout
    refused = invoke_on(problem, *asked, files["none"])
    assert (refused.exit_code, "has no generated()" in refused.stderr) == (2, True)
    failing = invoke_on(problem, *asked, files["broken"])
    assert failing.exit_code == 2
    assert (
        f"{files['broken']}: generated(): it raises ZeroDivisionError at line 2" in failing.stderr
    )


def test_a_program_that_does_not_load_is_told(tmp_path: Path, problem: Problem) -> None:
    files = write(tmp_path, fast="def largest(nums:\n", slow=RIGHT)
    done = invoke_on(problem, "stress", files["fast"], files["slow"], "--problem", problem.slug)
    assert done.exit_code == 1
    assert "CE" in done.stdout


def test_the_bounds_are_those_of_the_judge() -> None:
    """Written down twice, so that no other command has to import them."""
    assert judging.Stress() == judging.Stress(**DEFAULTS)
    shown = {one.name: one.default for one in stress.params if one.name in DEFAULTS}
    assert shown == DEFAULTS
