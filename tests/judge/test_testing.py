"""What ships for tests of code that uses the judge."""

from pathlib import Path

import pytest

from judge.errors import ProblemError
from judge.testing import build_problem
from judge.values.interface import Shape
from judge.verdict import Verdict
from tests.practice import Practice


@pytest.mark.needs("full")
def test_a_problem_of_four_lines_can_be_judged(tmp_path: Path) -> None:
    """Without strategies its samples are all its cases; failures are made smaller as ever."""
    problem = build_problem(
        tmp_path,
        "def double(n: int) -> int: ...",
        "def double(n): return 2 * n",
        [({"n": 2}, 4), ({"n": -1}, -2)],
    )
    practice = Practice(tmp_path, problem)
    right = practice.report("def double(n): return n + n")
    assert right.verdict is Verdict.ACCEPTED
    wrong = practice.report("def double(n): return n + 2")
    assert wrong.verdict is Verdict.WRONG_ANSWER
    assert wrong.failure is not None
    assert wrong.failure.arguments == {"n": 1}


def test_a_class_is_a_class_problem(tmp_path: Path) -> None:
    """Its constructor's parameters are those of `__init__`."""
    entry = (
        "class LRUCache:\n"
        "    def __init__(self, capacity: int) -> None: ...\n"
        "    def get(self, key: int) -> int: ...\n"
        "    def keys(self) -> list[int]: ...\n"
    )
    calls = {"calls": ["LRUCache", "get"], "arguments": [[2], [1]]}
    problem = build_problem(tmp_path, entry, "", [(calls, [None, -1])], title="LRU cache")
    assert (problem.slug, problem.title) == ("lru-cache", "LRU cache")
    assert problem.kind.name == "class"
    assert [parameter.name for parameter in problem.interface.parameters] == ["capacity"]
    assert [method.name for method in problem.interface.methods] == ["get", "keys"]
    assert problem.interface.methods[1].returns == "list[int]"


def test_shapes_are_given_by_name(tmp_path: Path) -> None:
    """A node belongs to the tree."""
    problem = build_problem(
        tmp_path,
        "def parent(root: TreeNode, p: TreeNode) -> TreeNode: ...",
        "",
        [({"root": [1, 2], "p": 2}, 1)],
        shapes={"root": "tree", "p": "node", "return": "node"},
    )
    root, p = problem.interface.parameters
    assert (root.shape, p.shape, p.of) == (Shape.TREE, Shape.NODE, "root")
    assert problem.interface.returns_shape is Shape.NODE


def test_keywords_are_keys_of_the_manifest_and_files_lie_beside_it(tmp_path: Path) -> None:
    """Whatever a package may have can be given."""
    problem = build_problem(
        tmp_path,
        "def half(n: int) -> float: ...",
        "",
        [({"n": 3}, 1.5)],
        checker="custom",
        hints=['say "n / 2"', "\N{SNOWMAN}"],
        limits={"memory_mib": 32, "time_factor": 4.5},
        files={"checker.py": "def check(*_): pass\n", "solutions/wrong_answer/own.py": "x = 1\n"},
    )
    assert problem.checker == "custom"
    assert problem.hints == ('say "n / 2"', "\N{SNOWMAN}")
    assert (problem.memory_bytes, problem.time_factor) == (32 * 2**20, 4.5)
    assert [one.path.name for one in problem.sample_solutions()] == ["reference.py", "own.py"]


def test_a_package_that_is_not_sound_is_refused(tmp_path: Path) -> None:
    """As `judge verify` would, with the field."""
    with pytest.raises(ProblemError, match=r"samples\.0\.arguments"):
        build_problem(tmp_path, "def f(n: int) -> int: ...", "", [({"m": 2}, 4)])
