"""A package whose cost is known by counting: `spin(n, salt)` turns a number over n times.

A submission that does k times the turns is k times as slow, by count and not by any clock.
"""

from pathlib import Path

from judge.problems import Problem
from judge.submission import Submission
from judge.testing import build_problem

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
    return build_problem(
        folder,
        "def spin(n: int, salt: int) -> int: ...",
        REFERENCE,
        [({"n": 1, "salt": 0}, 7)],
        strategies=STRATEGIES,
        complexity={"time": "O(n)", "space": "O(1)"},
        limits={"memory_mib": 64, "floor_seconds": 1.5},
    )


def slowed(factor: float) -> Submission:
    """Return a right solution that makes `factor` times the reference's turns, 1.0 or more."""
    more = MORE.format(more=f"round(n * {factor - 1!r})") if factor > 1 else ""
    source = f"def spin(n, salt):{more}{TURNS}    return salt\n"
    return Submission(source.encode(), f"slowed_{factor}.py")
