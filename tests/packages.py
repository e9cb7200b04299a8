"""A small package for tests of cases: `double(n, text)`, with strategies of their choice."""

from pathlib import Path

from judge.problems.problem import Problem, load_problem

_MANIFEST = """
title = "Double"
difficulty = "easy"
tags = ["test"]
[complexity]
time = "O(1)"
space = "O(1)"
[entry]
kind = "function"
names = ["double"]
returns = "int"
[[entry.parameters]]
name = "n"
type = "int"
[[entry.parameters]]
name = "text"
type = "str"
[[samples]]
arguments = '{"n": 2, "text": "two"}'
expected = '4'
"""

STRATEGIES = """
from hypothesis import strategies as st


def edges():
    return [{"n": 0, "text": ""}, {"n": 2, "text": "two"}, {"n": 9, "text": "\\ud800"}]


def generated():
    return st.fixed_dictionaries({"n": st.integers(-99, 99), "text": st.text(max_size=6)})


def scales():
    for size in (10_000, 200_000):
        yield size, {"n": 1, "text": "ab" * (size // 2)}


def validate(arguments):
    return None if abs(arguments["n"]) <= 99 else "n is out of range"
"""


def package(folder: Path, strategies: str = STRATEGIES) -> Problem:
    """Write the package below `folder` and load it."""
    problem, solutions = folder / "problems" / "double", folder / "solutions" / "double"
    texts = {
        problem / "problem.toml": _MANIFEST,
        problem / "strategies.py": strategies,
        problem / "statement.md": "# Double\n",
        problem / "editorial.md": "# Double\n",
        problem / "starter.py": "def double(n, text):\n    pass\n",
        solutions / "accepted" / "reference.py": "def double(n, text):\n    return 2 * n\n",
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_problem(problem, solutions)
