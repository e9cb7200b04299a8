"""A small package of kind `tests`: suites for `largest`, with four right programs and six wrong."""

import hashlib
import json
from pathlib import Path

from judge.problems.problem import Problem, load_package
from tests.packages import largest

RIGHT = {
    "reference": "def largest(nums): return max(nums)\n",
    "by_sorting": "def largest(nums):\n    nums.sort()\n    return nums[-1]\n",
    "by_a_loop": (
        "class Solution:\n    def largest(self, nums):\n        best = nums[0]\n"
        "        for n in nums:\n            if n > best:\n                best = n\n"
        "        return best\n"
    ),
    "with_an_error_of_its_own": (
        "def largest(nums):\n    if not nums:\n        raise LookupError('empty')\n"
        "    return sorted(nums)[-1]\n"
    ),
}
WRONG = {
    "first": ("def largest(nums): return nums[0]\n", "looks at one end only"),
    "last": ("def largest(nums): return nums[-1]\n", "looks at one end only"),
    "smallest": ("def largest(nums): return min(nums)\n", "takes the wrong end"),
    "absolute": ("def largest(nums): return max(nums, key=abs)\n", "forgets signs"),
    "zero": ("def largest(nums): return max([0, *nums])\n", "begins with a wrong value"),
    "kept": (
        "best = []\n\ndef largest(nums):\n    best.extend(nums)\n    return max(best)\n",
        "remembers something",
    ),
}
MANIFEST = """
title = "Test: largest"
difficulty = "easy"
tags = ["testing"]
complexity = {time = "-", space = "-"}
limits = {time_factor = 1.0, floor_seconds = 2.0}
tests = {base = "largest", required = 0.8}

[entry]
kind = "tests"
names = ["largest", "find_largest"]
returns = "int"
parameters = [{name = "nums", type = "list[int]"}]

[[samples]]
arguments = '{"implementation": "right 1"}'
expected = '"passes"'

[[samples]]
arguments = '{"implementation": "wrong 1"}'
expected = '"fails"'
"""
STRONG = """
from solution import largest


def test_places():
    assert largest([3, 1, 2]) == 3
    assert largest([1, 3, 2]) == 3
    assert largest([1, 2, 3]) == 3


def test_signs():
    assert largest([-2, -1, -3]) == -1
"""


def suites(folder: Path, manifest: str = MANIFEST) -> Problem:
    """Return the package, and beside it the base that it tests."""
    base = largest(folder)
    solutions = base.solutions
    rows = []
    for name, source in RIGHT.items():
        _write(solutions / "accepted" / f"{name}.py", source)
        rows.append(("right", f"accepted/{name}.py", source, ""))
    for name, (source, hint) in WRONG.items():
        _write(solutions / "wrong_answer" / f"{name}.py", source)
        rows.append(("wrong", f"wrong_answer/{name}.py", source, hint))
    own = base.folder.parent / "test-largest"
    samples = solutions.parent / "test-largest"
    _write(own / "problem.toml", manifest)
    _write(own / "statement.md", "# Test: largest\n")
    _write(own / "editorial.md", "# Test: largest\n")
    _write(own / "starter.py", "from solution import largest\n")
    _write(own / "implementations.toml", "".join(_row(*row) for row in rows))
    _write(samples / "accepted" / "reference.py", STRONG)
    return load_package(own, samples)


def _row(kind: str, file: str, source: str, hint: str) -> str:
    digest = hashlib.sha256(source.encode()).hexdigest()
    fields = {"file": file, "sha256": digest} | ({"hint": hint} if hint else {})
    lines = [f"{name} = {json.dumps(value)}" for name, value in fields.items()]
    return "\n".join([f"[[{kind}]]", *lines, "", ""])


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
