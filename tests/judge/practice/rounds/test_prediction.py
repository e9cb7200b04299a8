"""Whether a predicted answer is right, by the rules of the package, for every shape of answer."""

from pathlib import Path
from typing import Any

import pytest

from judge.practice.rounds.prediction import is_right
from judge.problems.catalog import default_catalog
from judge.testing import build_problem


@pytest.mark.parametrize(
    ("slug", "arguments", "expected", "predicted", "right"),
    [
        ("kth-largest", {"nums": [3, 1], "k": 1}, 3, 3, True),
        ("kth-largest", {"nums": [3, 1], "k": 1}, 3, 1, False),
        ("kth-largest", {"nums": [3, 1], "k": 1}, 3, 3.0, False),
        ("kth-largest", {"nums": [3, 1], "k": 1}, 3, None, False),
        ("lca", {"root": [1, 2], "p": 1, "q": 2}, 1, 1, True),
        ("lca", {"root": [1, 2], "p": 1, "q": 2}, 1, 2, False),
        ("lca", {"root": [1, 2], "p": 1, "q": 2}, 1, [1], False),
        ("lca", {"root": [1, 2], "p": 1, "q": 2}, 1, None, False),
        ("letter-combinations", {"digits": "2"}, ["a", "b", "c"], ["c", "a", "b"], True),
        ("letter-combinations", {"digits": "2"}, ["a", "b", "c"], ["c", "a"], False),
        ("letter-combinations", {"digits": "2"}, ["a", "b", "c"], "abc", False),
    ],
)
def test_a_prediction_is_held_against_the_answer(
    slug: str, arguments: dict[str, Any], expected: Any, predicted: Any, *, right: bool
) -> None:
    """As an answer of a program would be, though it was typed as JSON."""
    problem = default_catalog().get(slug)
    assert is_right(problem, arguments, expected, predicted) is right


@pytest.mark.parametrize(
    ("predicted", "right"),
    [([None, 1, [1, "a"]], True), ([None, 1, [1, "b"]], False), ([None, 1], False), (3, False)],
)
def test_results_of_calls_are_a_list(predicted: Any, *, right: bool, tmp_path: Path) -> None:
    """Where a tuple is returned, a list is what JSON has for it."""
    problem = build_problem(
        tmp_path,
        "class Box:\n    def put(self, item: str) -> int: ...\n"
        "    def get(self) -> tuple[int, str]: ...",
        "class Box:\n    def put(self, item): self.item = item; return 1\n"
        "    def get(self): return 1, self.item",
        [({"calls": ["Box", "put"], "arguments": [[], ["a"]]}, [None, 1])],
    )
    arguments = {"calls": ["Box", "put", "get"], "arguments": [[], ["a"], []]}
    assert is_right(problem, arguments, [None, 1, [1, "a"]], predicted) is right


@pytest.mark.parametrize("shape", ["tree", "linked-list"])
def test_structures_are_lists_of_their_values(shape: str, tmp_path: Path) -> None:
    """None is the empty one."""
    problem = build_problem(
        tmp_path,
        f"def same(root: {'TreeNode' if shape == 'tree' else 'ListNode'}) -> "
        f"{'TreeNode' if shape == 'tree' else 'ListNode'}: ...",
        "def same(root): return root",
        [({"root": [1]}, [1])],
        shapes={"root": shape, "return": shape},
    )
    assert is_right(problem, {"root": [1, 2]}, [1, 2], [1, 2])
    assert not is_right(problem, {"root": [1, 2]}, [1, 2], [2, 1])
    assert not is_right(problem, {"root": [1, 2]}, [1, 2], 1)
    assert is_right(problem, {"root": []}, [], None)


def test_a_checker_of_the_package_decides() -> None:
    """It is asked about tuples, as a program would return them."""
    problem = default_catalog().get("top-active-users")
    arguments = {"log": ["10\tann\tx"], "now": 20}
    assert is_right(problem, arguments, [["ann", 1]], [["ann", 1]])
    assert not is_right(problem, arguments, [["ann", 1]], [["ann", 2]])
