"""Tiny problem packages for hostile programs: two that anybody solves, one that nobody can.

`echo(n) -> n` is what an honest submission solves in one line, and `many` is the same with more
cases. `impossible` has the same entry, and its answers are random numbers made anew for each
run, known to the reference alone: a submission that is accepted has forged its verdict.
"""

import secrets
from pathlib import Path

from judge.problems.problem import Problem, load_problem

#: Small, so that the two packages have the same few cases on every run.
SMALLEST, LARGEST = -4, 12
FEW, MANY = 5, 60

_MANIFEST = """
title = "{title}"
difficulty = "easy"
tags = ["hostile"]
[complexity]
time = "O(1)"
space = "O(1)"
[limits]
memory_mib = 64
floor_seconds = 0.3
[entry]
kind = "function"
names = ["echo"]
returns = "int"
[[entry.parameters]]
name = "n"
type = "int"
[[samples]]
arguments = '{{"n": 0}}'
expected = '{sample}'
"""

_STRATEGIES = """
from hypothesis import strategies as st


def edges():
    return [{{"n": n}} for n in range(1, {edges} + 1)]


def generated():
    return st.fixed_dictionaries({{"n": st.integers({smallest}, {largest})}})


def scales():
    return []


def validate(arguments):
    return None if {smallest} <= arguments["n"] <= {edges} + {largest} else "n is out of range"
"""


_HONEST = "def echo(n):\n    return n\n"


def echo(folder: Path) -> Problem:
    """Write the honest package below `folder` and load it."""
    return _package(folder, "echo", "0", _HONEST)


def many(folder: Path) -> Problem:
    """Write the honest package with many cases below `folder` and load it."""
    return _package(folder, "many", "0", _HONEST, edges=MANY)


def impossible(folder: Path) -> Problem:
    """Write a package whose answers nobody knows below `folder` and load it."""
    answers = {n: secrets.randbits(120) for n in range(SMALLEST, LARGEST + 1)}
    reference = f"ANSWERS = {answers}\n\n\ndef echo(n):\n    return ANSWERS[n]\n"
    return _package(folder, "impossible", str(answers[0]), reference)


def _package(folder: Path, slug: str, sample: str, reference: str, *, edges: int = FEW) -> Problem:
    problem, solutions = folder / "problems" / slug, folder / "solutions" / slug
    texts = {
        problem / "problem.toml": _MANIFEST.format(title=slug, sample=sample),
        problem / "strategies.py": _STRATEGIES.format(
            edges=edges, smallest=SMALLEST, largest=LARGEST
        ),
        problem / "statement.md": f"# {slug}\n",
        problem / "editorial.md": f"# {slug}\n",
        problem / "starter.py": "def echo(n):\n    pass\n",
        solutions / "accepted" / "reference.py": reference,
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_problem(problem, solutions)
