"""Tiny problem packages for hostile programs: three that anybody solves, one that nobody can.

`echo(n) -> n` is what an honest submission solves in one line, `many` is the same with more cases,
and `roomy` with more time and memory, for what must go deep first. `impossible` has the same entry,
and its answers are random numbers made anew for each run, known to the reference alone: a
submission that is accepted has forged its verdict.
"""

import secrets
from collections.abc import Mapping
from pathlib import Path

from judge.problems.problem import Problem
from judge.testing import build_problem

#: Small, so that the two packages have the same few cases on every run.
SMALLEST, LARGEST = -4, 12
FEW, MANY = 5, 60
LIMITS: Mapping[str, float] = {"memory_mib": 64, "floor_seconds": 0.3}

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
    return _package(folder, "echo", 0, _HONEST)


def many(folder: Path) -> Problem:
    """Write the honest package with many cases below `folder` and load it."""
    return _package(folder, "many", 0, _HONEST, edges=MANY)


def roomy(folder: Path) -> Problem:
    """Write the honest package with larger limits below `folder` and load it."""
    limits = {"memory_mib": 512, "floor_seconds": 3.0}
    return _package(folder, "roomy", 0, _HONEST, edges=1, limits=limits)


def impossible(folder: Path) -> Problem:
    """Write a package whose answers nobody knows below `folder` and load it."""
    answers = {n: secrets.randbits(120) for n in range(SMALLEST, LARGEST + 1)}
    reference = f"ANSWERS = {answers}\n\n\ndef echo(n):\n    return ANSWERS[n]\n"
    return _package(folder, "impossible", answers[0], reference)


def _package(
    folder: Path,
    title: str,
    sample: int,
    reference: str,
    *,
    edges: int = FEW,
    limits: Mapping[str, float] = LIMITS,
) -> Problem:
    return build_problem(
        folder,
        "def echo(n: int) -> int: ...",
        reference,
        [({"n": 0}, sample)],
        strategies=_STRATEGIES.format(edges=edges, smallest=SMALLEST, largest=LARGEST),
        title=title,
        limits=limits,
    )
