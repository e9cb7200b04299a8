"""Import the code of a package into the tests' own process, where Hypothesis can look into it.

The judge calls it in a process of its own.
"""

import importlib.util
import sys
from types import ModuleType

from judge.problems.problem import Problem
from judge.problems.sampling import draw


def module_of(problem: Problem, name: str) -> ModuleType:
    """Import one Python file of a package."""
    path = problem.folder / name
    shared = sys.modules["_shared"] = ModuleType("_shared")
    shared.__path__ = [str(problem.folder.parent / "_shared")]
    spec = importlib.util.spec_from_file_location(
        f"{problem.slug}_{path.stem}".replace("-", "_"), path
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def drawn(
    problem: Problem, *, count: int, seed: int, known: frozenset[str] = frozenset()
) -> list[dict[str, object]]:
    """Draw inputs of a package here."""
    strategy = module_of(problem, "strategies.py").generated()
    return draw(strategy, count=count, seed=seed, known=known)
