"""One small package, `largest(nums) -> int`, and what it takes to judge a few lines on it."""

from dataclasses import replace
from pathlib import Path

from judge.events import Event, result_of
from judge.execution.sandboxes import Sandboxes
from judge.pipeline import judge
from judge.problems.problem import Problem, load_problem
from judge.reports.report import Report, VerdictKnown
from judge.settings import Settings
from judge.submission import Submission

MANIFEST = """
title = "Largest"
difficulty = "easy"
tags = ["array"]
[complexity]
time = "O(n)"
space = "O(1)"
[limits]
memory_mib = 64
floor_seconds = 0.3
[entry]
kind = "function"
names = ["largest"]
returns = "int"
[[entry.parameters]]
name = "nums"
type = "list[int]"
[[samples]]
arguments = '{"nums": [3, 1, 2]}'
expected = '3'
[[samples]]
arguments = '{"nums": [5]}'
expected = '5'
"""

STRATEGIES = """
from hypothesis import strategies as st

def edges():
    return [{"nums": [0]}, {"nums": [-1, -2]}]

def generated():
    return st.fixed_dictionaries({"nums": st.lists(st.integers(-99, 99), min_size=1, max_size=20)})

def scales():
    yield 2000, {"nums": list(range(2000))}
    yield 20000, {"nums": list(range(20000))}

def validate(arguments):
    nums = arguments["nums"]
    if not isinstance(nums, list) or not nums:
        return "nums is no list of integers"
    fine = all(type(n) is int and -99 <= n <= 20000 for n in nums)
    return None if fine else "nums holds no such numbers"
"""

TEXTS = {
    "problem.toml": MANIFEST,
    "strategies.py": STRATEGIES,
    "statement.md": "# Largest\n",
    "editorial.md": "Use max.\n",
    "starter.py": "def largest(nums): ...\n",
}


def package(folder: Path, reference: str = "def largest(nums): return max(nums)\n") -> Problem:
    """Write the package below `folder` and load it."""
    problem, solutions = folder / "problems" / "largest", folder / "solutions" / "largest"
    problem.mkdir(parents=True)
    (solutions / "accepted").mkdir(parents=True)
    for name, text in TEXTS.items():
        (problem / name).write_text(text)
    (solutions / "accepted" / "reference.py").write_text(reference)
    return load_problem(problem, solutions)


class Practice:
    """The package, a cache of its own, and one call to judge with."""

    def __init__(self, folder: Path) -> None:
        self.problem = package(folder)
        self.settings = Settings(
            cache_dir=folder / "cache", state_dir=folder / "state", search_examples=30
        )

    def events(
        self, source: str | bytes, sandboxes: Sandboxes | None = None, **changes: object
    ) -> list[Event | VerdictKnown]:
        """Judge a source and return everything that happened before the report."""
        return self.judged(source, sandboxes, **changes)[1]

    def report(
        self, source: str | bytes, sandboxes: Sandboxes | None = None, **changes: object
    ) -> Report:
        """Judge a source and return the report."""
        return self.judged(source, sandboxes, **changes)[0]

    def judged(
        self, source: str | bytes, sandboxes: Sandboxes | None = None, **changes: object
    ) -> tuple[Report, list[Event | VerdictKnown]]:
        """Judge a source; return the report and everything that happened before it."""
        data = source.encode() if isinstance(source, str) else source
        settings = replace(self.settings, **changes)  # type: ignore[arg-type]  # named by tests
        happened: list[Event | VerdictKnown] = []
        steps = judge(Submission(data, "own.py"), self.problem, settings, sandboxes)
        return result_of(steps, happened.append), happened
