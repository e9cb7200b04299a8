"""A package whose cost is known by counting: `spin(n, salt)` turns a number over n times.

A submission that does k times the turns is k times as slow, by count and not by any clock.
"""

from pathlib import Path

from judge.problems import Problem, load_problem
from judge.submission import Submission

MANIFEST = """
title = "Spin"
difficulty = "easy"
tags = ["measurement"]
[complexity]
time = "O(n)"
space = "O(1)"
[limits]
memory_mib = 64
floor_seconds = 0.3
[entry]
kind = "function"
names = ["spin"]
returns = "int"
[[entry.parameters]]
name = "n"
type = "int"
[[entry.parameters]]
name = "salt"
type = "int"
[[samples]]
arguments = '{"n": 1, "salt": 0}'
expected = '7'
"""

STRATEGIES = """
from hypothesis import strategies as st

SIZES = (1, 200_000)

def edges():
    return [{"n": 0, "salt": 5}]

def generated():
    return st.fixed_dictionaries({"n": st.integers(0, 50), "salt": st.integers(0, 99)})

def scales():
    return [(2_000, {"n": 2_000, "salt": 3})]

def sized(n, rng):
    return {"n": n, "salt": rng.getrandbits(40)}

def validate(arguments):
    return None if arguments["n"] >= 0 else "n is negative"
"""

TURNS = """
    for _ in range(n):
        salt = (salt * 31 + 7) % 1000003
"""
MORE = """
    waste = salt
    for _ in range({more}):
        waste = (waste * 31 + 7) % 1000003
"""
REFERENCE = f"def spin(n, salt):{TURNS}    return salt\n"


def package(folder: Path) -> Problem:
    """Write the package below `folder` and load it."""
    problem, solutions = folder / "problems" / "spin", folder / "solutions" / "spin"
    texts = {
        problem / "problem.toml": MANIFEST,
        problem / "strategies.py": STRATEGIES,
        problem / "statement.md": "# Spin\n",
        problem / "editorial.md": "# Spin\n",
        problem / "starter.py": "def spin(n, salt):\n    pass\n",
        solutions / "accepted" / "reference.py": REFERENCE,
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_problem(problem, solutions)


def slowed(factor: float) -> Submission:
    """Return a right solution that makes `factor` times the reference's turns, 1.0 or more."""
    more = MORE.format(more=f"round(n * {factor - 1!r})") if factor > 1 else ""
    source = f"def spin(n, salt):{more}{TURNS}    return salt\n"
    return Submission(source.encode(), f"slowed_{factor}.py")
