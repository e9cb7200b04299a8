"""`judge verify` believes nothing: each part of a package that is not sound is a fault by name."""

from pathlib import Path
from typing import Any

import pytest

from judge.authoring.soundness import Soundness, examine_package
from judge.errors import ProblemError
from judge.execution.sandboxes import Sandboxes
from judge.problems.problem import Problem, load_package
from judge.settings import Settings
from judge.testing import build_problem
from sandbox import Tier
from tests.packages import LARGEST, largest
from tests.shared_cache import cache_in

WRONG = {"solutions/wrong_answer/smallest.py": "def largest(nums): return min(nums)\n"}


def examined(problem: Problem, folder: Path) -> Soundness:
    settings = Settings(
        cache_dir=cache_in(folder), state_dir=folder / "state", tier=Tier.LIMITS_ONLY
    )
    with Sandboxes(problem, settings) as sandboxes:
        return examine_package(problem, settings, sandboxes)


def faults(folder: Path, strategies: str = LARGEST, **how: Any) -> list[str]:
    problem = largest(folder, strategies=strategies, files=WRONG | how.pop("files", {}), **how)
    return [str(fault) for fault in examined(problem, folder).faults]


def test_the_cases_of_each_group_are_counted(tmp_path: Path) -> None:
    """So that an author sees what the strategies give."""
    found = examined(largest(tmp_path, files=WRONG), tmp_path)
    assert found.groups == {"sample": 2, "edge": 2, "generated": 300, "scale": 2}
    assert found.ok


FEW = "return st.fixed_dictionaries({'nums': st.lists(st.integers(1, 3), min_size=1, max_size=2)})"


@pytest.mark.parametrize(("most", "few"), [("", True), ("MOST_INPUTS = 12", False)])
def test_few_inputs_are_a_fault_unless_there_are_no_more(
    most: str, few: bool, tmp_path: Path
) -> None:
    """Hypothesis is silent when nearly everything is filtered away."""
    text = LARGEST.replace("def generated():", f"{most}\ndef generated():\n    {FEW}")
    found = faults(tmp_path, text)
    assert bool(found) is few
    if few:
        assert "generated(): 300 different inputs were asked for and 12 came" in found[0]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return st.integers().filter(lambda n: False)", "filters every input away"),
        (
            "return st.builds(lambda n: {'nums': [n]}, flaky())",
            "is flaky: it draws otherwise",
        ),
    ],
)
def test_a_strategy_that_hypothesis_gives_up_is_the_authors(
    body: str, words: str, tmp_path: Path
) -> None:
    """Unsatisfiable and flaky strategies are named, and nothing is judged with the rest."""
    flaky = (
        "DRAWN = []\n"
        "@st.composite\n"
        "def flaky(draw):\n"
        "    DRAWN.append(1)\n"
        "    return draw(st.integers(0, 9)) if len(DRAWN) % 2 else draw(st.text()) and 1\n"
    )
    text = LARGEST.replace("def generated():", f"{flaky}\n\ndef generated():\n    {body}")
    with pytest.raises(ProblemError, match=rf"strategies\.py: generated\(\): it {words}"):
        faults(tmp_path, text)


def test_a_checker_that_refuses_the_statements_answer_is_a_fault(tmp_path: Path) -> None:
    """The reference may give another one, so no sample solution shows it."""
    checker = "def check(arguments, expected, actual):\n    return 'no' if actual == 5 else None\n"
    [fault] = faults(tmp_path, checker="custom", files={"checker.py": checker})
    assert "checker.py: check: it refuses the answer of sample 2: no" in fault


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("raise ValueError('odd')", "sized(): it raises ValueError at line"),
        ("return {'nums': []}", "for n = 1 it makes what validate() refuses"),
        ("return {'other': [1]}", "for n = 1 it gives other as arguments"),
        ("return [1]", "sized(): it makes no dict of arguments: [1]"),
        ("return {'nums': {1, 2}}", "it makes what JSON cannot hold"),
    ],
)
def test_a_sized_that_leaves_the_constraints_is_a_fault(
    body: str, words: str, tmp_path: Path
) -> None:
    """Else it shows in a note of an accepted submission, if at all."""
    text = f"{LARGEST}\n\nSIZES = (1, 99)\n\ndef sized(n, rng):\n    {body}\n"
    [fault] = faults(tmp_path, text)
    assert words in fault


@pytest.mark.parametrize(
    "reference",
    [
        "import itertools\nCOUNT = itertools.count()\ndef largest(nums): return next(COUNT)\n",
        "import time\ndef largest(nums): return time.monotonic_ns()\n",
        "import random\ndef largest(nums): return random.randrange(10 ** 9)\n",
    ],
)
def test_a_reference_whose_answers_differ_is_named(reference: str, tmp_path: Path) -> None:
    """No submission could give them, and none is accused of leaving state behind."""
    [fault] = faults(tmp_path, reference=reference)
    assert "accepted/reference.py: the reference is random" in fault


@pytest.mark.parametrize("name", ["accepted/old/second.py", "wrong_answer/one.txt"])
def test_a_sample_solution_that_nothing_judges_is_a_fault(name: str, tmp_path: Path) -> None:
    """In a folder of its own, or with another ending; what editors leave behind is none."""
    left = {"solutions/accepted/.second.py.swp": "", "solutions/accepted/reference.py~": ""}
    [fault] = faults(tmp_path, files={f"solutions/{name}": "x\n"} | left)
    assert "nothing judges it" in fault


def test_a_package_without_a_wrong_sample_is_a_fault(tmp_path: Path) -> None:
    """Nothing shows then that its cases find any mistake."""
    [fault] = examined(largest(tmp_path), tmp_path).faults
    assert "there is no sample that must fail" in fault.reason


def test_arguments_that_are_changed_change_no_case(tmp_path: Path) -> None:
    """Neither what is played nor what is expected: `validate` gets copies."""
    text = LARGEST.replace(
        "def validate(arguments):",
        "def validate(arguments):\n    arguments['nums'].sort(); arguments['nums'].append(7)",
    )
    problem = build_problem(
        tmp_path,
        "def first(nums: list[int]) -> int: ...",
        "def first(nums): return nums[0]\n",
        [({"nums": [3, 1, 2]}, 3)],
        strategies=text,
        files={"solutions/wrong_answer/last.py": "def first(nums): return nums[-1]\n"},
    )
    assert examined(problem, tmp_path).ok
    assert load_package(problem.folder, problem.solutions) == problem
